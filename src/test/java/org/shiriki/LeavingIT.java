package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;

/// Somebody deletes everything, on the whole gateway and a real database.
class LeavingIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Pattern CODE = Pattern.compile("type (\\d{4})");
  private static final Sql KEYS =
      new Sql(
          "test.keys",
          """
          select (select count(*) from citizen) || ' people, '
            || (select count(*) from ussd_turn) || ' turns, '
            || (select count(*) from outbox) || ' messages, '
            || (select count(*) from subscription) || ' alerts, '
            || (select count(*) from data_request) || ' requests, '
            || (select count(*) from concern where reporter is not null) || ' reporters, '
            || (select count(*) from consent where withdrawn_at is null) || ' consents' as line
          """);
  private static final Sql STAYS =
      new Sql(
          "test.stays",
          """
          select (select count(*) from concern) || ' concern, '
            || (select count(distinct ballot) from poll_choice) || ' ballot, '
            || (select count(*) from suppression) || ' mark, '
            || (select count(*) from consent) || ' proof' as line
          """);
  private static final Sql EMPTY =
      new Sql(
          "test.empty",
          "truncate concern, concern_event, suppression, consent, poll_choice, poll_stub cascade");
  private static final Sql BALLOT =
      new Sql(
          "test.ballot",
          "select ballot || ' ' || tie as line from poll_choice join poll_stub using (poll) limit 1");
  private static final Sql FAILS =
      new Sql("test.fails", "alter table suppression add constraint fails check (mark = '')");
  private static final Sql WORKS =
      new Sql("test.works", "alter table suppression drop constraint fails");

  private static TestGateway gateway;
  private static TestGateway other;

  @BeforeAll
  static void start() {
    gateway = TestGateway.on(TOWN.url());
    other = TestGateway.on(TOWN.url(), new TestClock(TestGateway.noon()), Map.of());
  }

  @AfterAll
  static void stop() {
    gateway.close();
    other.close();
  }

  private static String line(Sql sql) {
    return TOWN.database().first(sql, row -> row.getString("line")).orElseThrow();
  }

  /// Somebody of whom everything is kept that can be, on the screen that asks for the code.
  private static TestPhone withEverything(String number) {
    TOWN.database().run(EMPTY);
    var phone = gateway.phone(number);
    says(phone, "2", "6", "3", "2", "1", "1");
    says(phone, "2", "1", "1", "5", "1", "Maji hayatoki wiki mbili", "Pampu mpya", "1", "1");
    says(phone, "3", "1", "1", "1", "1", "1");
    says(phone, "4", "1", "1");
    says(phone, "1", "3", "1", "1", "1");
    says(phone, "6", "3", "4", "1");
    says(phone, "6", "3", "6");
    return phone;
  }

  private static void says(TestPhone phone, String... answers) {
    phone.dial();
    for (var answer : answers) {
      phone.say(answer);
    }
  }

  private static String code(TestPhone phone) {
    var matcher = CODE.matcher(phone.hop(phone.text()));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  @Test
  void all_goes_that_leads_to_the_person_and_what_others_count_on_stays() {
    var phone = withEverything("+254711555001");
    assertThat(line(KEYS)).doesNotContain(" 0 ").startsWith("1 people");

    var last = phone.say(code(phone));

    assertThat(last).startsWith("END Your data is deleted.");
    assertThat(line(KEYS))
        .isEqualTo("0 people, 0 turns, 0 messages, 0 alerts, 0 requests, 0 reporters, 0 consents");
    assertThat(line(STAYS)).isEqualTo("1 concern, 1 ballot, 1 mark, 1 proof");
    assertThat(phone.hop(phone.text())).as("the carrier repeats it").isEqualTo(last);
  }

  @Test
  void a_ballot_is_cut_from_its_person_at_once_and_they_cannot_answer_a_second_time() {
    var phone = withEverything("+254711555004");
    var before = line(BALLOT).split(" ");

    phone.say(code(phone));

    assertThat(line(BALLOT).split(" ")).doesNotContain(before);
    says(phone, "2", "6", "3", "2", "1", "1");
    phone.dial();
    assertThat(phone.say("3", "1", "5", "1", "1")).contains("You answered this poll before.");
    assertThat(line(STAYS)).contains("1 ballot");
  }

  /// The last statement fails, as if the node or the line died then.
  @Test
  void an_erasure_that_breaks_off_cuts_nothing_and_can_be_said_again() {
    var phone = withEverything("+254711555005");
    var before = line(BALLOT);
    TOWN.database().run(FAILS);
    assertThat(phone.say(code(phone))).startsWith("END ");
    assertThat(line(BALLOT)).isEqualTo(before);
    assertThat(line(KEYS)).startsWith("1 people");
    TOWN.database().run(WORKS);

    says(phone, "6", "3", "6");
    var last = phone.say(code(phone));

    assertThat(last).startsWith("END Your data is deleted.");
    assertThat(line(BALLOT)).isNotEqualTo(before);
    assertThat(line(KEYS)).startsWith("0 people");
  }

  @Test
  void a_wrong_code_deletes_nothing() {
    var phone = withEverything("+254711555002");
    var wrong = code(phone).equals("1000") ? "1001" : "1000";

    assertThat(phone.say(wrong)).startsWith("CON That is not the code.");

    assertThat(line(KEYS)).startsWith("1 people");
    phone.say(code(phone));
  }

  @Test
  void another_node_that_meets_the_code_once_more_greets_a_stranger_and_keeps_nothing_of_before() {
    var phone = withEverything("+254711555003");
    phone.say(code(phone));

    var elsewhere = phone.at(other);

    assertThat(elsewhere.hop(elsewhere.text())).contains("Choose a language");
    assertThat(line(KEYS)).startsWith("0 people").contains("0 reporters");
  }
}
