package org.shiriki;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;

/// People write words to the short code, and the whole gateway answers by its simulated carrier.
class SmsInIT {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String PROBLEM = "Kaloleni maji hayatoki tangu Jumatatu";

  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();
  private static TestGateway gateway;
  private static int people;

  @BeforeAll
  static void start() {
    gateway = TestGateway.on(TOWN.url(), InstantSource.system(), Map.of());
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static String somebody() {
    people++;
    return "+2547221%05d".formatted(people);
  }

  private static int post(String body) {
    return gateway.post("/at/local/sms", FORM, body).statusCode();
  }

  private static String body(String id, String from, String text) {
    return "linkId=03090445075804249226&text=%s&to=28901&id=%s&cost=KES+0.00&date=%s&from=%s&networkCode=63902"
        .formatted(encoded(text), id, encoded("2026-11-21 06:04:45"), encoded(from));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }

  /// Writes, and gives the answer, which is the next SMS on this phone.
  private static String write(String from, String text) {
    var before = inbox(from).size();
    assertThat(post(body(UUID.randomUUID().toString(), from, text))).isEqualTo(200);
    return Watch.until(() -> inbox(from), texts -> texts.size() > before).get(before);
  }

  private static List<String> inbox(String number) {
    var answer = gateway.get("/simulator/api/messages?phone=" + encoded(number));
    var texts = new ArrayList<String>();
    JsonArray messages = Objects.requireNonNull(answer.bodyAsJsonArray());
    messages.forEach(message -> texts.add(((JsonObject) message).getString("text")));
    return texts;
  }

  private static int count(String sql) {
    return TOWN.database().first(new Sql("test", sql), row -> row.getInteger(0)).orElse(0);
  }

  private static void settled() {
    Watch.until(
        () -> count("select count(*)::int from sms_in where state in ('NEW', 'HELD')"),
        waiting -> waiting == 0);
  }

  /// Agrees to be answered, on the phone.
  private static String consented() {
    var number = somebody();
    gateway.phone(number).dial("1*3");
    var phone = gateway.phone(number);
    phone.dial();
    phone.say("2", "1", "3", "1", "1", "1");
    return number;
  }

  @Test
  void help_begins_with_the_numbers_that_help_at_once() {
    assertThat(write(somebody(), "Help!")).startsWith("In danger? Call 999 or 112.");
    assertThat(write(somebody(), "msaada")).startsWith("Uko hatarini? Piga 999 au 112.");
  }

  @Test
  void a_report_is_filed_with_the_answers_that_it_lacks() {
    var number = consented();
    Watch.until(() -> inbox(number), texts -> texts.size() == 1);

    var which = write(number, "REPORT " + PROBLEM);
    var confirm = write(number, "Kaloleni");
    var receipt = write(number, "1");

    assertThat(which).contains("1. Kaloleni\n2. Kaloleni, Voi");
    assertThat(confirm).contains("Water").contains("Kaloleni").contains("1. Send");
    assertThat(receipt).containsPattern("[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{4}").contains("STATUS");
    var reference = receipt.replaceAll("(?s).*([2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{4}).*", "$1");
    assertThat(write(number, "hali " + reference.toLowerCase(Locale.ROOT))).contains("Received");
  }

  @Test
  void the_same_message_handed_over_again_is_answered_once() {
    var number = somebody();
    var body = body("15071", number, "MSAADA");

    var codes = List.of(post(body), post(body), post(body));
    settled();

    assertThat(codes).containsOnly(200);
    assertThat(Watch.until(() -> inbox(number), texts -> !texts.isEmpty())).hasSize(1);
    assertThat(count("select count(*)::int from sms_in where id = '15071'")).isEqualTo(1);
  }

  @Test
  void who_asks_to_be_left_alone_is_told_once_and_then_left_alone() {
    var number = somebody();

    var confirmation = write(number, "tafadhali ondoa");
    post(body("left-again", number, "STOP"));
    settled();

    assertThat(confirmation).startsWith("Umejiondoa");
    assertThat(inbox(number)).hasSize(1);
  }

  @Test
  void who_left_and_joins_again_is_answered() {
    var number = somebody();
    write(number, "STOP");

    assertThat(write(number, "JOIN")).contains("Alerts");
  }

  @Test
  void words_of_danger_are_moved_to_where_few_read_them_and_answered_neutrally() {
    var number = somebody();
    var before = count("select count(*)::int from sensitive_case");

    var answer = write(number, "Mume wangu ananipiga kila siku");
    settled();

    assertThat(answer).startsWith("Asante. Ujumbe wako umepokewa.").contains("999");
    assertThat(count("select count(*)::int from sensitive_case") - before).isEqualTo(1);
    assertThat(
            count(
                "select count(*)::int from sms_in where words is not null and state = 'DONE'"
                    + " and number = (select max(number) from sms_in)"))
        .isZero();
  }

  @Test
  void what_nothing_understands_becomes_a_draft_with_a_question() {
    var number = somebody();

    var question = write(number, "Vijana wa hapa hawana kazi kabisa");
    var next = write(number, "1");

    assertThat(question).contains("Vijana wa hapa hawana kazi").contains("1. Ripoti");
    assertThat(next).contains("Hoja inahusu nini?");
  }

  @Test
  void a_topic_is_read_by_its_keyword_but_not_one_that_must_not_lie_about() {
    var number = somebody();

    var budget = write(number, "HABARI BAJETI");
    var violence = write(number, "info safe");

    assertThat(budget).contains("ADP");
    assertThat(violence).contains("*384*50#").doesNotContain("1195");
  }

  @Test
  void a_persons_data_is_asked_for_changed_and_deleted_by_sms() {
    var number = consented();
    Watch.until(() -> inbox(number), texts -> texts.size() == 1);

    var menu = write(number, "DATA");
    var question = write(number, "FUTA");
    var code = question.replaceAll("(?s).*?(\\d{4}).*", "$1");
    var last = write(number, code);

    assertThat(menu).contains("Your data is yours");
    assertThat(last).contains("deleted");
    assertThat(gateway.phone(number).dial()).contains("Chagua lugha");
  }

  @Test
  void a_ward_and_a_language_are_chosen_by_one_word() {
    var number = somebody();

    assertThat(write(number, "english")).contains("1. Information");
    assertThat(write(number, "WARD Mtongwe")).contains("Mtongwe");
  }

  @Test
  void a_receipt_is_checked_by_sms() {
    assertThat(write(somebody(), "CHECK K7M2QX")).containsIgnoringCase("receipt");
  }

  @Test
  void a_sender_that_is_no_phone_is_kept_and_never_answered() {
    assertThat(post(body("from-mtn", "MTN", "Win a prize"))).isEqualTo(200);

    assertThat(
            count("select count(*)::int from sms_in where id = 'from-mtn' and state = 'IGNORED'"))
        .isEqualTo(1);
  }

  @Test
  void whatever_it_cannot_read_the_gateway_says_that_it_has_it() {
    var codes =
        List.of(
            post("text=STOP"),
            post("id=1&from=%2B254711000001"),
            post(body("emoji", somebody(), "Maji \uD83D\uDEB0 hayatoki كتاب")));

    assertThat(codes).containsOnly(200);
    assertThat(gateway.post("/at/guess/sms", FORM, "text=STOP").statusCode()).isEqualTo(404);
  }
}
