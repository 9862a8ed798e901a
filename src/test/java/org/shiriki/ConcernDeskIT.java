package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.concern.Escalation;
import org.shiriki.concern.PgDesk;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Vault;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Role;

/// A concern from a phone to the desk and back, on the whole gateway: by USSD and SMS on one side,
/// by the API on the other.
class ConcernDeskIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Keys KEYS = Keys.generate();
  private static final TestClock CLOCK = new TestClock(TestGateway.noon());
  private static final Sql SUPPRESSED =
      new Sql("test.suppressed", "select count(*)::int from suppression");
  private static final Sql ARRIVED =
      new Sql(
          "test.arrived",
          """
          select count(*)::int from outbox
          where lane = 'STATUS' and state in ('ACCEPTED', 'DELIVERED')
          """);

  private static TestGateway gateway;
  private static Desk zainab;
  private static Desk juma;

  @BeforeAll
  static void start() {
    gateway = TestGateway.on(TOWN.url(), CLOCK, Map.of("SHIRIKI_KEYS", KEYS.text()));
    var director = Desk.director(gateway);
    zainab =
        director.colleague(
            TOWN.database(), "zainab", new Grant(Role.CASE_OFFICER, List.of("003"), List.of()));
    juma =
        director.colleague(
            TOWN.database(), "juma", new Grant(Role.CASE_OFFICER, List.of("002"), List.of()));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  /// Reports that a tap of Shella is dry, and may be answered.
  private static String reported(TestPhone phone) {
    return reported(phone, "1");
  }

  private static String reported(TestPhone phone, String category) {
    phone.dial();
    var receipt =
        phone.say("2", "2", category, "Shella", "1", "No water since Monday", "1", "1", "1", "1");
    return receipt.replaceAll("(?s).*([2-9A-Z]{3}-[2-9A-Z]{4}).*", "$1");
  }

  private static Desk.Said does(String reference, String act, String body) {
    var etag = zainab.get("/concerns/" + reference).header("ETag");
    var said = zainab.match(etag).post("/concerns/" + reference + "/" + act, body);
    assertThat(said.status()).as(said.text()).isEqualTo(200);
    return said;
  }

  private static List<String> inbox(TestPhone phone) {
    var answer = gateway.get("/simulator/api/messages?phone=" + phone.number().replace("+", "%2B"));
    var texts = new ArrayList<String>();
    JsonArray messages = Objects.requireNonNull(answer.bodyAsJsonArray());
    messages.forEach(message -> texts.add(((JsonObject) message).getString("text")));
    return texts;
  }

  private static int count(Sql sql) {
    return TOWN.database().first(sql, row -> row.getInteger(0)).orElseThrow();
  }

  @Test
  void a_concern_filed_by_ussd_is_routed_and_answered_and_the_phone_shows_it() {
    var phone = gateway.phone("+254711710001");

    var reference = reported(phone);

    var path = "/concerns/" + reference;
    var shown = zainab.get(path);
    assertThat(shown.at("/concern/office")).isEqualTo("malindi-water");
    assertThat(shown.at("/concern/county")).isEqualTo("003");
    assertThat(shown.at("/text")).isEqualTo("No water since Monday");
    assertThat(shown.text()).doesNotContain("711710001");
    assertThat(juma.get(path).status()).isEqualTo(404);
    assertThat(zainab.get("/concerns?type=OPEN&order=DUE").text()).contains(reference);
    assertThat(juma.get("/concerns").text()).doesNotContain(reference);

    does(reference, "assign", "{'assignee':'zainab'}");
    does(reference, "replies", "{'text':'A plumber comes on Friday.'}");

    var told = "Reply, concern " + reference + ": A plumber comes on Friday.";
    Watch.until(() -> inbox(phone), seen -> seen.contains(told));
    Watch.until(() -> count(ARRIVED), arrived -> arrived > 0);
    phone.dial();
    assertThat(phone.say("5", "1")).contains("Water: Answered");
    assertThat(phone.say("1") + phone.say("98"))
        .contains(reference, "Answered", "A plumber comes on Friday.");
    assertThat(zainab.get("/concerns?assignee=me").at("/items/0/reference")).isEqualTo(reference);
  }

  @Test
  void when_the_clock_passes_it_goes_one_level_up_and_its_reporter_hears_it() {
    var phone = gateway.phone("+254711710002");
    var reference = reported(phone);
    var clock = new TestClock(CLOCK.instant());
    var directory = Town.OFFICES;
    var escalation =
        new Escalation(new PgDesk(TOWN.database(), new Vault(KEYS), () -> directory), clock);
    clock.pass(Duration.ofDays(21).minusSeconds(1));
    escalation.round();
    assertThat(zainab.get("/concerns/" + reference).at("/concern/level")).isEqualTo("0");

    clock.pass(Duration.ofSeconds(1));
    escalation.round();
    escalation.round();

    var shown = zainab.get("/concerns/" + reference);
    assertThat(shown.at("/concern/level")).isEqualTo("1");
    assertThat(shown.at("/concern/office")).isEqualTo("kilifi-desk");
    assertThat(zainab.get("/concerns?escalated=true").text()).contains(reference);
    phone.dial();
    assertThat(phone.say("5", "1")).contains("Passed one level up");
    assertThat(Desk.director(gateway).get("/audit?limit=500").text())
        .contains("concern.escalated", "level 0 to 1, office malindi-water to kilifi-desk");
  }

  @Test
  void a_no_to_whether_it_was_fixed_reaches_the_office_again() {
    var phone = gateway.phone("+254711710003");
    var reference = reported(phone);
    var before = count(ARRIVED);
    does(reference, "status", "{'status':'FIXED','text':'There is a new tap.'}");
    Watch.until(() -> count(ARRIVED), arrived -> arrived > before);

    assertThat(phone.dial()).contains("The office wrote: Fixed", reference);
    assertThat(phone.say("2")).contains("open again");

    var listed = zainab.get("/concerns?status=REOPENED");
    assertThat(listed.at("/items/0/reference")).isEqualTo(reference);
    assertThat(listed.at("/items/0/office")).isEqualTo("malindi-water");
    assertThat(listed.at("/items/0/owed")).isEqualTo("true");
    assertThat(zainab.get("/concerns/queues").at("/reopened")).isEqualTo("1");
  }

  @Test
  void whom_no_sms_reaches_reads_the_reply_on_the_next_dial_once() {
    var phone = gateway.phone("+254711710004");
    var reference = reported(phone);
    var before = count(SUPPRESSED);
    gateway.post(
        "/at/local/sms",
        "application/x-www-form-urlencoded",
        "id=%s&from=%%2B254711710004&text=STOP".formatted(UUID.randomUUID()));
    Watch.until(() -> count(SUPPRESSED), now -> now > before);

    does(reference, "replies", "{'text':'A plumber comes on Friday.'}");

    assertThat(phone.dial()).contains("You sent STOP");
    phone.say("2");
    assertThat(phone.dial())
        .contains("The office's reply, " + reference, "A plumber comes on Friday.");
    assertThat(phone.say("1")).contains("1. Information");
    assertThat(phone.dial()).contains("1. Information");
    assertThat(inbox(phone)).noneMatch(text -> text.contains("plumber"));
  }

  @Test
  void a_number_is_revealed_to_who_may_for_a_reason_and_the_audit_says_so() {
    var phone = gateway.phone("+254711710005");
    var reference = reported(phone);
    var path = "/concerns/" + reference + "/number";

    var without = zainab.post(path, "{'reason':'x'}");
    var outside = juma.post(path, "{'reason':'To agree on a time.'}");
    var revealed = zainab.post(path, "{'reason':'To agree on a time.'}");

    assertThat(without.status()).isEqualTo(400);
    assertThat(outside.status()).isEqualTo(404);
    assertThat(revealed.at("/phone")).isEqualTo("+254711710005");
    var audit = Desk.director(gateway).get("/audit?limit=500").text();
    assertThat(audit)
        .contains("concern.number-revealed", "To agree on a time.")
        .doesNotContain("711710005", "No water", "plumber");
  }

  @Test
  void words_are_checked_before_they_are_sent() {
    var proof = zainab.post("/concerns/reply-check", "{'text':'Angalia www.example.org, “leo”'}");

    assertThat(proof.status()).isEqualTo(200);
    assertThat(proof.at("/faults/0")).contains("\u201C", "write \"");
    assertThat(proof.json().at("/faults")).hasSize(3);
    assertThat(proof.at("/pages/0")).endsWith("0 Rudi 00 Mwanzo");
  }

  @Test
  void concerns_come_as_lines_without_their_words() {
    var reference = reported(gateway.phone("+254711710006"));

    var lines = zainab.with("Accept", "text/csv").get("/concerns");

    assertThat(lines.text())
        .startsWith("reference,status,type,category,county,ward,")
        .contains(reference)
        .doesNotContain("No water", "711710006");
  }

  @Test
  void a_route_that_staff_add_leads_the_next_report_to_its_office() {
    var director = Desk.director(gateway);
    var route =
        "{'category':'roads','county':'003','ward':'0079','office':'kilifi-desk',"
            + "'acknowledgeDays':1,'answerDays':5,'escalateDays':9}";
    assertThat(zainab.post("/routes", route).status()).isEqualTo(403);

    var added = director.post("/routes", route);

    assertThat(added.status()).isEqualTo(201);
    assertThat(added.header("Location")).isEqualTo("/api/v1/routes/roads/003/0079");
    var phones = new AtomicInteger(20);
    Watch.until(
        () -> {
          var phone = gateway.phone("+2547117100" + phones.incrementAndGet());
          return zainab.get("/concerns/" + reported(phone, "3")).at("/concern/office");
        },
        "kilifi-desk"::equals);
  }

  @Test
  void the_example_of_a_concern_keeps_its_schema() {
    var agreement = zainab.agreement();
    var media =
        new JsonObject(agreement.document())
            .getJsonObject("components")
            .getJsonObject("responses")
            .getJsonObject("ConcernNow")
            .getJsonObject("content")
            .getJsonObject("application/json");

    assertThat(agreement.fault("#/components/schemas/ConcernSheet", media.getJsonObject("example")))
        .isEmpty();
  }
}
