package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.citizen.FirstName;
import org.shiriki.citizen.PgCitizens;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.Vault;

/// Somebody of whom everything is kept that can be reads what that is.
class HeldIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();
  private static final Keys KEYS = Keys.generate();
  private static final Pattern CODE = Pattern.compile("type (\\d{4})");

  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway =
        TestGateway.on(TOWN.url(), InstantSource.system(), Map.of("SHIRIKI_KEYS", KEYS.text()));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static TestPhone says(TestPhone phone, String... answers) {
    phone.dial();
    for (var answer : answers) {
      phone.say(answer);
    }
    return phone;
  }

  /// All pages of a screen without their keys, and the last one's options.
  private static final Sql WAITING =
      new Sql("test", "select count(*)::int from outbox where state in ('QUEUED', 'SENDING')");

  private static String pages(TestPhone phone) {
    var text = new StringBuilder();
    for (var page = phone.hop(phone.text()); ; page = phone.say("98")) {
      assertThat(page).hasSizeLessThanOrEqualTo(160);
      var lines =
          Arrays.stream(page.substring(4).split("\n"))
              .filter(line -> !line.startsWith("98 ") && !line.startsWith("0 "))
              .filter(line -> !line.equals("Home"))
              .toList();
      text.append(String.join("\n", lines)).append('\n');
      if (!page.contains("\n98 ")) {
        return text.toString();
      }
    }
  }

  private static TestPhone withEverything(String number) {
    says(
        gateway.phone("+254711666000"),
        "1",
        "2",
        "1",
        "Shella",
        "1",
        "Maji hayatoki",
        "Pampu",
        "1",
        "1",
        "1");
    var phone = gateway.phone(number);
    says(phone, "2", "6", "3", "2", "1", "1");
    says(phone, "6", "2", "Shella", "1");
    says(phone, "2", "1", "1", "1");
    says(phone, "2", "3", "Barabara mbovu kabisa", "Ijengwe", "1", "1", "1");
    says(phone, "3", "1", "1", "1", "1", "1");
    says(phone, "4", "1", "1");
    says(phone, "1", "3", "1", "1", "1");
    says(phone, "6", "3", "4", "1");
    says(phone, "5", "3", "0412", "0412");
    return phone;
  }

  @Test
  void everything_that_is_held_is_told_and_afterwards_what_stays() {
    var phone = withEverything("+254711666001");
    var vault = new Vault(KEYS);
    new PgCitizens(TOWN.database(), vault)
        .isCalled(vault.keyOf(new Phone(phone.number())), new FirstName("Mwanaisha"));
    Watch.until(() -> TOWN.database().list(WAITING, row -> row.getInteger(0)), List.of(0)::equals);

    var held = pages(says(phone, "6", "3", "1"));

    System.out.println(held);
    assertThat(held.lines())
        .containsAll(
            List.of(
                "Phone: +2547*****001",
                "Language: English",
                "Ward: Shella, Malindi",
                "Concerns: 1, followed: 1",
                "PIN for concerns: set",
                "Polls answered: 1",
                "Alerts: 1",
                "SMS kept: 1, waiting: 0",
                "Requests about data: 1",
                "Name: Mwanaisha",
                "Network: Safaricom"));
    assertThat(held).containsPattern("1\\. Consent: \\d\\d/\\d\\d/\\d{4}\n");

    leaves(phone);

    var stays = pages(says(phone, "2", "6", "3", "1"));
    System.out.println(stays);
    assertThat(stays.lines())
        .contains(
            "Phone: not kept",
            "Concerns: 0, followed: 0",
            "PIN for concerns: none",
            "Polls answered: 0",
            "SMS kept: 0, waiting: 0",
            "Requests about data: 0");
    assertThat(stays).containsPattern("2\\. Withdrawn consent: \\d\\d/\\d\\d/\\d{4}\n");
    phone.say("2");
    assertThat(pages(phone).replace('\n', ' '))
        .startsWith("You withdrew this consent on ")
        .contains("You agreed on ")
        .contains("We keep your phone number and ward to answer you.");
  }

  private static void leaves(TestPhone phone) {
    says(phone, "6", "3", "6");
    var code = CODE.matcher(phone.hop(phone.text()));
    assertThat(code.find()).isTrue();
    assertThat(phone.say(code.group(1))).startsWith("END Your data is deleted.");
  }
}
