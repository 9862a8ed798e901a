package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;

/// The way of a key press, on the whole gateway and a real database.
class UssdDoorIT {
  private static final String WHAT_IS_WRONG = "Maji * hayatoki 2*3 siku";

  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();
  private static final TestClock CLOCK = new TestClock(TestGateway.noon());
  private static TestGateway gateway;
  private static TestGateway other;
  private static int phones;

  @BeforeAll
  static void start() {
    gateway = TestGateway.on(TOWN.url(), CLOCK, Map.of());
    other = TestGateway.on(TOWN.url(), CLOCK, Map.of());
  }

  @AfterAll
  static void stop() {
    gateway.close();
    other.close();
  }

  private static TestPhone stranger() {
    phones++;
    return gateway.phone("+2547110%05d".formatted(phones));
  }

  private static TestPhone neighbour() {
    var phone = stranger();
    phone.dial();
    phone.say("2");
    return phone;
  }

  private static int reports() {
    return TOWN.database()
        .first(new Sql("test", "select count(*)::int from concern"), row -> row.getInteger(0))
        .orElse(0);
  }

  @Test
  void a_stranger_is_asked_for_a_language_and_remembered() {
    var phone = stranger();

    var screens = List.of(phone.dial(), phone.say("2"), phone.dial());

    assertThat(screens.get(0))
        .startsWith("CON Karibu")
        .contains("1. Kiswahili")
        .contains("2. English");
    assertThat(screens.get(1)).contains("1. Information").contains("6. More");
    assertThat(screens.get(2)).isEqualTo(screens.get(1));
  }

  @Test
  void the_same_text_gets_the_same_bytes_however_often_it_comes() {
    var phone = neighbour();
    var first = phone.say("2");
    var second = phone.say("1");

    var repeated = List.of(phone.hop("2*2*1"), phone.hop("2*2"), phone.hop("2*2*1"));

    assertThat(repeated).containsExactly(second, first, second);
  }

  @Test
  void ten_callbacks_at_once_get_the_same_bytes_and_file_one_report() throws Exception {
    var phone = atTheConfirmPage();
    var before = reports();
    var text = phone.text() + "*1";

    var answers = Crowd.atOnce(Collections.<Callable<String>>nCopies(10, () -> phone.hop(text)));

    assertThat(answers).hasSize(10).containsOnly(answers.getFirst());
    assertThat(answers.getFirst()).containsPattern("[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{4}");
    assertThat(reports() - before).isEqualTo(1);
  }

  @Test
  void two_nodes_that_both_get_every_callback_file_one_report() throws Exception {
    var phone = neighbour();
    var twin = phone.at(other);
    var before = reports();

    for (var answer : reportAnswers()) {
      phone.say(answer);
      twin.say(answer);
    }

    assertThat(reports() - before).isEqualTo(1);
  }

  @Test
  void a_session_may_hop_between_nodes_at_every_turn() {
    var phone = neighbour();
    var screen = "";

    for (var answer : reportAnswers()) {
      screen = phone.say(answer);
      phone = phone.at(gatewayAfter(phone.text()));
    }

    assertThat(screen).containsPattern("[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{4}");
  }

  private static TestGateway gatewayAfter(String text) {
    return text.length() % 2 == 0 ? gateway : other;
  }

  @Test
  void a_node_that_forgot_a_session_gives_the_same_bytes_to_its_first_hop() {
    var phone = neighbour();
    var menu = phone.hop("2");

    var elsewhere = phone.at(other);

    assertThat(elsewhere.hop("")).startsWith("CON Karibu Shiriki");
    assertThat(elsewhere.hop("2")).isEqualTo(menu);
  }

  @Test
  void keys_behind_the_code_on_the_first_hop_only_are_no_other_session() {
    var phone = neighbour();
    var session = TestPhone.newSession();
    var first = TestPhone.body(phone.number(), "*384*50*6#", "", session);
    var second = TestPhone.body(phone.number(), "*384*50#", "4", session);

    var screens = List.of(gateway.hop(first), gateway.hop(second));

    assertThat(screens.get(0)).contains("1. My language");
    assertThat(screens.get(1)).startsWith("CON ");
  }

  @Test
  void a_session_without_a_word_for_long_counts_as_dropped() {
    try (var impatient =
        TestGateway.on(TOWN.url(), CLOCK, Map.of("SHIRIKI_USSD_IDLE_SECONDS", "1"))) {
      impatient.phone("+254733000010").dial();

      assertThat(eventually(impatient, "shiriki_sessions_total{fate=\"dropped\"} 1.0")).isTrue();
    }
  }

  @Test
  void a_session_that_the_carrier_says_is_over_counts_as_dropped() {
    try (var told = TestGateway.on(TOWN.url(), CLOCK, Map.of())) {
      var phone = told.phone("+254733000011");
      phone.dial();

      told.post(
          "/at/local/ussd/events",
          "application/x-www-form-urlencoded",
          "status=Incomplete&errorMessage=&input=&sessionId=" + phone.session());

      assertThat(eventually(told, "shiriki_sessions_total{fate=\"dropped\"} 1.0")).isTrue();
    }
  }

  private static boolean eventually(TestGateway gateway, String metric) {
    var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < deadline) {
      if (String.valueOf(gateway.get("/metrics").bodyAsString()).contains(metric)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void stars_that_a_citizen_types_survive() {
    var phone = atTheConfirmPage();

    assertThat(phone.hop(phone.text())).contains(WHAT_IS_WRONG);
  }

  @Test
  void keys_dialled_behind_the_code_are_played_in_order() {
    var phone = neighbour();

    var byText = phone.dial("6*4");
    phone.dial();
    var byHand = phone.say("6", "4");

    assertThat(byText).isEqualTo(byHand);
  }

  @Test
  void a_session_that_changes_its_phone_is_refused() {
    var phone = neighbour();
    var thief = stranger();

    var answer =
        gateway.post(
            "/at/local/ussd",
            "application/x-www-form-urlencoded",
            TestPhone.body("+254799999999", "*384*50#", "2*2", phone.session()));

    assertThat(answer.bodyAsString()).startsWith("END ");
    assertThat(thief.dial()).startsWith("CON ");
  }

  @Test
  void a_redial_soon_after_a_drop_goes_on_with_what_was_typed() {
    var phone = atTheConfirmPage();
    CLOCK.pass(Duration.ofMinutes(9));

    var question = phone.dial();
    var confirm = phone.say("1");

    assertThat(question).contains("1. Continue").contains("2. Start again");
    assertThat(confirm).contains(WHAT_IS_WRONG);
  }

  @Test
  void a_redial_after_ten_minutes_starts_afresh() {
    var phone = atTheConfirmPage();
    CLOCK.pass(Duration.ofMinutes(11));

    assertThat(phone.dial()).contains("1. Information");
  }

  @Test
  void a_drop_in_mere_reading_is_not_asked_about() {
    var phone = neighbour();
    phone.say("6");

    assertThat(phone.dial()).contains("1. Information");
  }

  @Test
  void a_hop_after_the_sessions_limit_is_treated_as_a_redial() {
    var phone = atTheConfirmPage();
    CLOCK.pass(Duration.ofSeconds(181));

    assertThat(phone.say("1")).contains("1. Continue");
  }

  @Test
  void a_hop_after_half_a_minute_of_silence_is_treated_as_a_redial() {
    var phone = atTheConfirmPage();
    CLOCK.pass(Duration.ofSeconds(31));

    var question = phone.say("1");
    var confirm = phone.say("1");

    assertThat(question).contains("1. Continue");
    assertThat(confirm).contains(WHAT_IS_WRONG).contains("Send");
  }

  @Test
  void a_sentence_that_comes_after_the_silence_is_heard_when_the_person_goes_on() {
    var phone = neighbour();
    phone.say("2", "1", "8");
    CLOCK.pass(Duration.ofSeconds(31));

    var question = phone.say(WHAT_IS_WRONG);
    var confirm = phone.say("1", "1", "1", "1");

    assertThat(question).contains("1. Continue");
    assertThat(confirm).contains(WHAT_IS_WRONG);
  }

  @Test
  void reading_after_half_a_minute_of_silence_starts_at_the_main_menu() {
    var phone = neighbour();
    phone.say("6");
    CLOCK.pass(Duration.ofSeconds(31));

    assertThat(phone.say("4")).contains("1. Information");
  }

  @Test
  void a_network_that_waits_for_a_minute_has_its_minute() {
    var airtel = neighbour().onAirtel();
    airtel.say("6");
    CLOCK.pass(Duration.ofSeconds(59));
    var inTime = airtel.say("4");
    CLOCK.pass(Duration.ofSeconds(61));

    assertThat(inTime).contains("999");
    assertThat(airtel.say("0")).contains("1. Information");
  }

  @Test
  void an_ended_session_says_so() {
    var phone = neighbour();
    phone.say("99");

    assertThat(phone.say("1")).startsWith("END ").contains("ended");
  }

  @Test
  void one_phone_that_calls_too_often_is_told_to_wait() {
    try (var strict =
        TestGateway.on(TOWN.url(), CLOCK, Map.of("SHIRIKI_USSD_TURNS_PER_MINUTE", "3"))) {
      var phone = strict.phone("+254733000001");
      phone.dial();
      phone.say("2", "6");

      assertThat(phone.say("0")).startsWith("END ").contains("Wait a minute");
    }
  }

  @Test
  void what_was_answered_is_answered_again_to_a_phone_that_calls_too_often() {
    try (var strict =
        TestGateway.on(TOWN.url(), CLOCK, Map.of("SHIRIKI_USSD_TURNS_PER_MINUTE", "3"))) {
      var phone = strict.phone("+254733000004");
      phone.dial();
      phone.say("2");
      var menu = phone.say("6");

      var repeated = List.of(phone.hop("2*6"), phone.hop("2*6"), phone.at(other).hop("2*6"));

      assertThat(repeated).containsOnly(menu);
    }
  }

  @Test
  void a_refusal_is_what_every_node_answers_to_its_hop() {
    try (var strict =
        TestGateway.on(TOWN.url(), CLOCK, Map.of("SHIRIKI_USSD_TURNS_PER_MINUTE", "3"))) {
      var phone = strict.phone("+254733000005");
      phone.dial();
      phone.say("2", "6");
      var refusal = phone.say("0");
      CLOCK.pass(Duration.ofSeconds(20));

      assertThat(phone.hop("2*6*0")).isEqualTo(refusal);
      assertThat(phone.at(other).hop("2*6*0")).isEqualTo(refusal);
    }
  }

  @Test
  void a_refused_first_hop_is_refused_on_every_node_and_loses_no_draft() {
    try (var strict =
        TestGateway.on(TOWN.url(), CLOCK, Map.of("SHIRIKI_USSD_TURNS_PER_MINUTE", "1"))) {
      var phone = atTheConfirmPage();
      phone.at(strict).hop(phone.text() + "*99x");
      var elsewhere = strict.phone(phone.number());

      var refusal = elsewhere.dial();
      var repeated = elsewhere.at(other).hop("");

      assertThat(refusal).contains("Wait a minute");
      assertThat(repeated).isEqualTo(refusal);
      assertThat(phone.at(other).dial()).contains("1. Continue");
    }
  }

  @Test
  void two_nodes_that_play_the_same_hop_give_the_same_bytes() {
    var phone = neighbour();
    var twin = phone.at(other);
    var answers = List.of("1", "3", "1", "1", "1");

    var here = answers.stream().map(phone::say).toList();
    var there = answers.stream().map(twin::say).toList();

    assertThat(here.getLast()).contains("We will send you an SMS");
    assertThat(there).isEqualTo(here);
  }

  @Test
  void a_busy_callback_key_ends_decently() {
    try (var strict =
        TestGateway.on(TOWN.url(), CLOCK, Map.of("SHIRIKI_USSD_TURNS_PER_SECOND", "1"))) {
      var phone = strict.phone("+254733000002");

      var screens = IntStream.range(0, 20).mapToObj(_ -> phone.dial()).toList();

      assertThat(screens).anyMatch(screen -> screen.contains("Many people are calling"));
    }
  }

  @Test
  void a_slow_database_gets_a_truthful_end_and_the_work_is_told_by_sms() {
    try (var hasty =
        TestGateway.on(
            TOWN.url(), InstantSource.system(), Map.of("SHIRIKI_USSD_PATIENCE_SECONDS", "1"))) {
      var phone = hasty.phone("+254733000003");
      phone.dial();
      phone.say("2");
      for (var answer : reportAnswers().subList(0, reportAnswers().size() - 1)) {
        phone.say(answer);
      }

      var answer =
          TOWN.database()
              .transaction(lock -> {
                lock.run(new Sql("test", "lock table concern in access exclusive mode"));
                return phone.say("1");
              });

      assertThat(answer).startsWith("END ").contains("slow");
      assertThat(receiptBySms()).containsPattern("[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{4}");
      assertThat(phone.hop(phone.text())).isEqualTo(answer);
      assertThat(phone.at(other).hop(phone.text())).isEqualTo(answer);
    }
  }

  private static String receiptBySms() {
    var late = new Sql("test", "select text from outbox where once like 'late/%'");
    var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (System.nanoTime() < deadline) {
      var text = TOWN.database().first(late, row -> row.getString(0));
      if (text.isPresent()) {
        return text.get();
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("No receipt came by SMS");
  }

  /// Category water, ward not known, what is wrong, no remedy, with the number, agreed.
  private static List<String> reportAnswers() {
    return List.of("2", "1", "8", WHAT_IS_WRONG, "1", "1", "1", "1");
  }

  private static TestPhone atTheConfirmPage() {
    var phone = neighbour();
    var answers = reportAnswers();
    answers.subList(0, answers.size() - 1).forEach(phone::say);
    return phone;
  }
}
