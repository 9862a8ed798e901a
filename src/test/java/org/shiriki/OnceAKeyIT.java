package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.TestDatabase;

/// A key press asks the database for the same thing once, however often its screen is looked at.
class OnceAKeyIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static TestGateway gateway;
  private static TestPhone phone;

  @BeforeAll
  static void start() {
    gateway = TestGateway.on(TOWN.url());
    phone = gateway.phone("+254711777001");
    phone.dial();
    phone.say("2", "6", "3", "2", "1", "1");
    phone.dial();
    phone.say("6", "2", "Shella", "1");
    phone.dial();
    phone.say("3", "1", "1", "1");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  /// How often each statement ran, by its name; the door's own and the rounds' are left out.
  private static Map<String, Double> statements() {
    return String.valueOf(gateway.get("/metrics").bodyAsString())
        .lines()
        .filter(line -> line.startsWith("shiriki_database_seconds_count"))
        .filter(line ->
            !line.matches(
                ".*\"(ussd|session|begin|commit|poll\\.shuffled|dispatch|report|sms"
                    + "|broadcast|mailing)\\b.*"))
        .collect(
            Collectors.toMap(
                line -> line.replaceAll(".*statement=\"([^\"]*)\".*", "$1"),
                line -> Double.parseDouble(line.replaceAll(".* ", ""))));
  }

  /// Presses keys one by one, and tells for each which statements ran more than once.
  private static List<String> repeated(String... keys) {
    phone.dial();
    var repeated = new ArrayList<String>();
    for (var key : keys) {
      var before = statements();
      var page = phone.say(key).lines().findFirst().orElse("");
      var ran = statements();
      ran.replaceAll((name, count) -> count - before.getOrDefault(name, 0.0));
      ran.values().removeIf(count -> count == 0);
      System.out.printf("Key %s, %s: %s%n", key, page, ran);
      ran.forEach((name, count) -> {
        if (count > 1) {
          repeated.add("%s after %s: %.0f".formatted(name, key, count));
        }
      });
    }
    return repeated;
  }

  @Test
  void what_we_hold_asks_once_for_each_thing_on_every_page() {
    assertThat(repeated("6", "3", "1", "98", "0", "98", "7")).isEmpty();
  }

  @Test
  void a_consents_words_ask_once() {
    assertThat(repeated("6", "3", "1", "98", "1", "98", "0")).isEmpty();
  }

  @Test
  void ones_own_answers_ask_once() {
    assertThat(repeated("3", "3", "2", "98", "0", "1", "0")).isEmpty();
  }

  @Test
  void results_ask_once() {
    assertThat(repeated("3", "4", "1", "98", "98", "0", "0")).isEmpty();
  }

  @Test
  void a_list_of_alerts_and_of_reports_ask_once() {
    assertThat(repeated("4", "1", "0", "00", "5", "1", "0")).isEmpty();
  }
}
