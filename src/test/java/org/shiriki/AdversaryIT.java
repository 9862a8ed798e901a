package org.shiriki;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.citizen.Guesses;
import org.shiriki.citizen.PgGuesses;
import org.shiriki.concern.Reference;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.privacy.KeyFailure;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;

/// An adversary has every row of every table, but no key, and tries what they can. Each attempt
/// says in the test's report what came of it.
class AdversaryIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final TestClock CLOCK = new TestClock(TestGateway.noon());
  private static final String UNSENT = "Mzee Juma wa Kaloleni alinitisha jana usiku";
  private static final String NAMELESS = "Karani anachelewesha cheti bila sababu";
  private static final int PEOPLE = 6;
  private static final int RANGE = 10_000;

  /// Six characters of 32 are left to chance in a reference and in a receipt.
  private static final double CODES = Math.pow(32, 6);

  private static final Pattern REFERENCE = Pattern.compile("[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{4}");

  private static final Sql TABLES =
      new Sql(
          "test.tables",
          "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1");
  private static final Sql BY_TIME =
      new Sql(
          "test.by_time",
          """
          select count(*) as joined from concern join concern_event using (reference)
            join ussd_turn on ussd_turn.at in (filed_at, concern_event.at, acknowledge_by,
              answer_by, escalate_by)
          where reporter is null
          """);
  private static final Sql NAMELESS_ROWS =
      new Sql("test.nameless", "select count(*) as rows from concern where reporter is null");
  private static final Sql SEALED =
      new Sql("test.sealed", "select sealed, session_id from ussd_turn limit 50");

  private static TestGateway gateway;
  private static String dump = "";

  @BeforeAll
  static void aDayOfTheGateway() {
    gateway = TestGateway.on(TOWN.url(), CLOCK, Map.of());
    for (var person = 0; person < PEOPLE; person++) {
      day(gateway.phone(number(person)));
    }
    gateway.close();
    dump = dump();
    gateway = TestGateway.on(TOWN.url(), CLOCK, Map.of());
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static String number(int person) {
    return "+25471100%04d".formatted(person * 37 + 11);
  }

  /// Agrees, reports under the number, reports without it, answers a poll, chooses an alert, asks
  /// for a text by SMS, and is cut off in the middle of a sentence.
  private static void day(TestPhone phone) {
    says(phone, "", "2", "6", "3", "2", "1", "1");
    says(phone, "2", "1", "8", "Maji hayatoki wiki mbili", "Tengeneza pampu", "1", "1", "1");
    says(phone, "2", "12", NAMELESS, "1", "2", "1", "1");
    says(phone, "3", "1", "1", "1", "1", "1");
    says(phone, "4", "1", "1");
    says(phone, "1", "3", "1", "1", "1");
    says(phone, "2", "1", UNSENT);
  }

  private static void says(TestPhone phone, String... answers) {
    CLOCK.pass(Duration.ofSeconds(61));
    phone.dial();
    if (phone.dial().contains("1. Continue")) {
      phone.say("2");
    }
    for (var answer : answers) {
      CLOCK.pass(Duration.ofMillis(2_713));
      if (!answer.isEmpty()) {
        phone.say(answer);
      }
    }
  }

  private static String dump() {
    var all = new StringBuilder();
    for (var table : TOWN.database().list(TABLES, row -> row.getString("name"))) {
      var rows = new Sql("test.rows", "select t::text as row from " + table + " t");
      TOWN.database()
          .list(rows, row -> row.getString("row"))
          .forEach(row -> all.append(table).append(' ').append(row).append('\n'));
    }
    return all.toString();
  }

  private static void report(String attempt, Object result) {
    System.out.printf("Adversary: %s: %s%n", attempt, result);
  }

  @Test
  void the_day_left_something_to_look_for() {
    report("rows in the dump", dump.lines().count());

    assertThat(dump)
        .contains("Maji hayatoki wiki mbili", NAMELESS)
        .containsPattern("\nconsent ")
        .containsPattern("\noutbox ")
        .containsPattern("\npoll_key ")
        .containsPattern("\npoll_choice ")
        .containsPattern("\npoll_stub ")
        .containsPattern("\nsubscription ")
        .containsPattern("\nussd_turn ");
  }

  @Test
  void no_number_is_found_in_any_spelling() {
    var found =
        IntStream.range(0, PEOPLE)
            .mapToObj(AdversaryIT::number)
            .flatMap(e164 -> Stream.of(e164, e164.substring(1), e164.substring(4)))
            .flatMap(AdversaryIT::spellings)
            .filter(dump::contains)
            .toList();
    report("numbers in plain, hex or base64", found.size());

    assertThat(found).isEmpty();
  }

  @Test
  void no_number_is_found_by_hashing_all_numbers_of_a_range() {
    var found =
        IntStream.range(0, RANGE)
            .mapToObj("+25471100%04d"::formatted)
            .flatMap(e164 -> Stream.of(e164, e164.substring(1), "0" + e164.substring(4)))
            .flatMap(AdversaryIT::hashes)
            .filter(dump::contains)
            .toList();
    report("numbers found by hashing " + RANGE + " without the key", found.size());

    assertThat(found).isEmpty();
  }

  @Test
  void words_that_were_never_sent_cannot_be_read() {
    var found = spellings(UNSENT).filter(dump::contains).toList();
    var parts = Stream.of("Kaloleni", "Mzee Juma").filter(dump::contains).toList();
    report("unsent words in plain, hex or base64", found.size() + parts.size());

    assertThat(found).isEmpty();
    assertThat(parts).isEmpty();
  }

  @Test
  void sealed_texts_do_not_open_with_another_key() {
    var stranger = new Vault(Keys.generate());
    var rows = TOWN.database().list(SEALED, row -> row);
    report("sealed texts tried with a key of one's own", rows.size());

    assertThat(rows).isNotEmpty();
    for (var row : rows) {
      var sealed = row.getBuffer("sealed").getBytes();
      assertThatThrownBy(() -> stranger.open(sealed, "ussd/" + row.getString("session_id")))
          .isInstanceOf(KeyFailure.class);
    }
  }

  @Test
  void a_report_without_a_name_cannot_be_joined_to_its_session_by_time() {
    var nameless = TOWN.database().first(NAMELESS_ROWS, row -> row.getLong("rows")).orElse(0L);
    var joined = TOWN.database().first(BY_TIME, row -> row.getLong("joined")).orElse(-1L);
    report(nameless + " reports without a name, joined to a session by their times", joined);

    assertThat(nameless).isEqualTo(PEOPLE);
    assertThat(joined).isZero();
  }

  /// With a hundred thousand concerns and ten thousand receipts to hit.
  @Test
  void a_code_is_not_guessed_within_the_limits() {
    var phones = 1_000;
    var looked = 0;
    var guesses = new PgGuesses(TOWN.database(), Town.VAULT);
    for (var phone = 0; phone < phones; phone++) {
      var person = new PhoneKey("guesser " + phone);
      for (var guess = 0; guess < 2 * Guesses.TRIES; guess++) {
        looked += guesses.counts(person, Guesses.Kind.REFERENCE, CLOCK.instant()) ? 1 : 0;
      }
    }

    report("chance that one try hits a given reference or receipt", 1 / CODES);
    report("chance that one try hits any of 100,000 references", 100_000 / CODES);
    report("chance that one try hits any of 10,000 receipts", 10_000 / CODES);
    report("tries an hour that are looked at, of " + phones + " phones, as measured", looked);
    report("hours for " + phones + " phones to hit a given reference", CODES / looked / 2);
    report("hits an hour of " + phones + " phones on any of 100,000", looked * 100_000 / CODES);
    assertThat(1 / CODES).isLessThan(1e-6);
    assertThat(looked).isEqualTo(phones * Guesses.TRIES);
  }

  @Test
  void a_phone_that_guesses_references_is_stopped_after_five_and_still_finds_its_own() {
    var phone = gateway.phone("+254722999999");
    says(phone, "2", "6", "3", "2", "1", "1");
    says(phone, "2", "1", "1", "5", "1", "Taa za barabara", "Ziwashwe", "1", "1");
    var own = REFERENCE.matcher(phone.hop(phone.text()));
    assertThat(own.find()).isTrue();
    says(phone, "5", "2");
    var codes = Reference.from(new Random(42));

    var answers = new ArrayList<String>();
    for (var guess = 0; guess < 50; guess++) {
      answers.add(phone.say(codes.next().written()));
    }

    var looked = answers.stream().filter(answer -> answer.contains("No concern has")).count();
    var refused = answers.stream().filter(answer -> answer.contains("5 wrong references")).count();
    report("references looked at of 50 tried over HTTP by one phone", looked);
    assertThat(looked).isEqualTo(Guesses.TRIES);
    assertThat(refused).isEqualTo(50 - Guesses.TRIES);
    assertThat(phone.say(own.group())).contains("Status: Received");
  }

  @Test
  void a_phone_that_guesses_receipts_is_stopped_after_five() {
    var phone = gateway.phone("+254722999998");
    says(phone, "2", "6", "3", "2", "1", "1");
    phone.dial();
    phone.say("3", "1", "5", "1");
    var check = phone.hop(phone.text()).lines().filter(line -> line.contains("Check my receipt"));
    phone.say(check.findFirst().orElseThrow().substring(0, 1));

    var looked = 0;
    for (var guess = 0; guess < 20; guess++) {
      var answer = phone.say("K7M2Q" + "23456789ABCDEFGHJKLM".charAt(guess));
      if (answer.contains("No closed poll has that receipt")) {
        looked++;
        phone.say("0");
      } else {
        assertThat(answer).contains("5 wrong receipts");
      }
    }

    report("receipts looked at of 20 tried over HTTP by one phone", looked);
    assertThat(looked).isEqualTo(Guesses.TRIES);
  }

  @Test
  void whoever_knows_a_reference_sees_how_far_it_is_and_neither_words_nor_place() {
    var reporter = gateway.phone("+254722999997");
    says(reporter, "2", "6", "3", "2", "1", "1");
    says(reporter, "2", "1", "1", "5", "1", "Bomba la Mzee Kazungu", "Litengenezwe", "1", "1");
    var reference = REFERENCE.matcher(reporter.hop(reporter.text()));
    assertThat(reference.find()).isTrue();
    var stranger = gateway.phone("+254722999996");
    says(stranger, "2", "5", "2");

    var told = stranger.say(reference.group());

    report("what a stranger with a reference is told", told.replace('\n', ' '));
    assertThat(told)
        .startsWith("CON Reference: " + reference.group() + "\nWater\nStatus: Received, ")
        .doesNotContain("Kazungu", "Litengenezwe", "Mombasa", "Likoni", "98 More");
  }

  /// Words as a dump may hold them: plain, hex, and base64 at each of the three ways to begin.
  private static Stream<String> spellings(String words) {
    var bytes = words.getBytes(UTF_8);
    var base64 =
        IntStream.range(0, 3)
            .mapToObj(skipped -> {
              var shifted = new byte[bytes.length + skipped];
              System.arraycopy(bytes, 0, shifted, skipped, bytes.length);
              var text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
              return text.substring(skipped == 0 ? 0 : skipped + 1, text.length() - 1);
            });
    return Stream.concat(Stream.of(words, HexFormat.of().formatHex(bytes)), base64);
  }

  private static Stream<String> hashes(String words) {
    return Stream.of("MD5", "SHA-1", "SHA-256")
        .map(algorithm -> digest(algorithm, words))
        .flatMap(hash -> {
          var half = Arrays.copyOf(hash, 16);
          return List.of(
              HexFormat.of().formatHex(half),
              Base64.getEncoder().encodeToString(half).substring(0, 20),
              Base64.getUrlEncoder().encodeToString(half).substring(0, 20))
              .stream();
        });
  }

  private static byte[] digest(String algorithm, String words) {
    try {
      return MessageDigest.getInstance(algorithm).digest(words.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException failure) {
      throw new AssertionError(failure);
    }
  }
}
