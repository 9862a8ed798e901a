package org.shiriki.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.Vault;
import org.shiriki.sms.Segments;
import org.shiriki.staff.OwnPhones.OwnPhone;
import org.shiriki.staff.OwnPhones.Proof;
import org.shiriki.staff.OwnPhones.Standing;

/// A phone is one's own once a code that came to it was given in.
class PgOwnPhonesIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Phone PHONE = new Phone("+254711000001");
  private static final Phone OTHER = new Phone("+254711000002");
  private static final Sql EMPTY =
      new Sql("test.empty", "truncate account, organisation, own_phone cascade");
  private static final Sql LEAVES =
      new Sql("test.leaves", "update account set active = false where name = 'eddy'");
  private static final Sql ROW =
      new Sql("test.row", "select row_to_json(own_phone)::text as row from own_phone");
  private static final Sql ACTS =
      new Sql("test.acts", "select count(*) as lines from audit where action = $1");

  private Instant now = Instant.parse("2026-11-22T08:00:00Z");
  private final List<String> inbox = Collections.synchronizedList(new ArrayList<>());
  private final PgAudit audit = new PgAudit(TOWN.database());
  private final Vault vault = new Vault(Keys.generate());
  private final OwnPhones phones =
      new PgOwnPhones(
          TOWN.database(), audit, vault, (_, phone, words, _) -> inbox.add(phone.e164() + words));

  @BeforeEach
  void anEditor() {
    TOWN.database().run(EMPTY);
    var accounts = new PgAccounts(TOWN.database(), audit, () -> now);
    accounts.first("director", Secrets.hash("first"));
    accounts.add(
        new Account(
            "eddy",
            "secretariat",
            "eddy@example.org",
            List.of(Grant.everywhere(Role.EDITOR)),
            true,
            false,
            1),
        line("account.added"));
  }

  private AuditEntry line(String action) {
    return new AuditEntry(now, "eddy", action, "account/eddy", "");
  }

  private Optional<OwnPhone> set(Phone phone) {
    return set(phone, UUID.randomUUID());
  }

  private Optional<OwnPhone> set(Phone phone, UUID once) {
    return phones.set("eddy", phone, once, line("account.phone-set"));
  }

  private Proof confirm(String code) {
    return phones.confirm("eddy", code, line("account.phone-confirmed"));
  }

  private String code() {
    return inbox.getLast().replaceAll("(?s).*?\\b(\\d{6})\\b.*", "$1");
  }

  /// Codes that did not come.
  private Stream<String> wrong() {
    return IntStream.range(0, 1_000)
        .mapToObj("%06d"::formatted)
        .filter(other -> !other.equals(code()));
  }

  private long acts(String action) {
    return TOWN.database().first(ACTS, row -> row.getLong("lines"), action).orElseThrow();
  }

  @Test
  void the_code_that_came_to_a_phone_confirms_it() {
    assertThat(set(PHONE).orElseThrow().state()).isEqualTo(Standing.WAITING);
    assertThat(phones.confirmed("eddy")).isEmpty();

    assertThat(confirm(code())).isEqualTo(Proof.CONFIRMED);

    assertThat(phones.confirmed("eddy")).contains(PHONE);
    assertThat(phones.read("eddy", now)).isEqualTo(new OwnPhone(Standing.CONFIRMED, "001", null));
  }

  @Test
  void the_right_code_again_says_the_same_and_adds_no_line() {
    set(PHONE);
    confirm(code());
    var lines = acts("account.phone-confirmed");

    assertThat(confirm(code())).isEqualTo(Proof.CONFIRMED);
    assertThat(confirm(wrong().findFirst().orElseThrow())).isEqualTo(Proof.OVER);

    assertThat(acts("account.phone-confirmed")).isEqualTo(lines);
    assertThat(phones.confirmed("eddy")).contains(PHONE);
  }

  @Test
  void after_five_wrong_codes_the_right_one_is_too_late() {
    set(PHONE);

    wrong().limit(5).forEach(code -> assertThat(confirm(code)).isEqualTo(Proof.WRONG));

    assertThat(confirm(code())).isEqualTo(Proof.OVER);
    assertThat(phones.confirmed("eddy")).isEmpty();
  }

  @Test
  void of_many_codes_at_once_five_are_looked_at() throws Exception {
    set(PHONE);
    var tries = wrong().limit(30).map(code -> (Callable<Proof>) () -> confirm(code)).toList();

    var proofs = new ArrayList<Proof>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var proof : threads.invokeAll(tries)) {
        proofs.add(proof.get());
      }
    }

    assertThat(Collections.frequency(proofs, Proof.WRONG)).isEqualTo(5);
    assertThat(Collections.frequency(proofs, Proof.OVER)).isEqualTo(25);
  }

  @Test
  void a_code_is_good_for_ten_minutes() {
    var until = set(PHONE).orElseThrow().codeUntil();
    assertThat(until).isEqualTo(now.plus(Duration.ofMinutes(10)));

    now = now.plus(OwnPhones.GOOD_FOR);

    assertThat(confirm(code())).isEqualTo(Proof.OVER);
    assertThat(phones.read("eddy", now).state()).isEqualTo(Standing.NONE);
  }

  @Test
  void only_the_code_that_came_last_is_good() {
    set(PHONE);
    var first = code();
    set(OTHER);
    var last = code();

    assertThat(confirm(first)).isEqualTo(first.equals(last) ? Proof.CONFIRMED : Proof.WRONG);
    assertThat(confirm(last)).isEqualTo(Proof.CONFIRMED);
    assertThat(phones.confirmed("eddy")).contains(OTHER);
  }

  @Test
  void another_number_is_not_believed_because_the_one_before_was() {
    set(PHONE);
    confirm(code());

    set(OTHER);

    assertThat(phones.confirmed("eddy")).isEmpty();
  }

  @Test
  void three_codes_are_sent_in_a_day_whatever_was_forgotten_between() {
    set(PHONE);
    set(OTHER);
    phones.forget("eddy", line("account.phone-forgotten"));
    set(PHONE);
    confirm(code());

    assertThat(set(OTHER)).isEmpty();

    assertThat(inbox).hasSize(3);
    assertThat(phones.confirmed("eddy")).as("all is as it was").contains(PHONE);
    now = now.plus(Duration.ofDays(1));
    assertThat(set(OTHER)).isPresent();
  }

  @Test
  void the_same_request_sends_one_code_and_gives_the_same_answer() {
    var once = UUID.randomUUID();
    var first = set(PHONE, once);

    assertThat(set(PHONE, once)).isEqualTo(first);

    assertThat(inbox).hasSize(1);
    assertThat(confirm(code())).isEqualTo(Proof.CONFIRMED);
  }

  @Test
  void a_code_that_could_not_be_handed_over_counts_for_nothing() {
    var lines = acts("account.phone-set");
    var broken =
        new PgOwnPhones(
            TOWN.database(),
            audit,
            vault,
            (_, _, _, _) -> {
              throw new IllegalStateException("killed");
            });

    assertThatThrownBy(
            () -> broken.set("eddy", PHONE, UUID.randomUUID(), line("account.phone-set")))
        .hasMessage("killed");

    assertThat(TOWN.database().list(ROW, row -> row.getString("row"))).isEmpty();
    assertThat(acts("account.phone-set")).isEqualTo(lines);
  }

  @Test
  void neither_number_nor_code_stands_in_the_row() {
    set(PHONE);

    var row = TOWN.database().first(ROW, found -> found.getString("row")).orElseThrow();

    assertThat(row).doesNotContain("711000001").doesNotContain('"' + code() + '"');
    assertThat(new PhoneCode(code()).toString()).doesNotContain(code());
  }

  @Test
  void a_number_that_nobody_confirmed_in_time_goes() {
    set(PHONE);
    PgOwnPhones.sweep(TOWN.database(), now);
    assertThat(phones.read("eddy", now).state()).isEqualTo(Standing.WAITING);

    PgOwnPhones.sweep(TOWN.database(), now.plus(OwnPhones.GOOD_FOR));

    assertThat(phones.read("eddy", now).state()).isEqualTo(Standing.NONE);
  }

  @Test
  void a_confirmed_number_stays_until_its_owner_leaves() {
    set(PHONE);
    confirm(code());
    now = now.plus(Duration.ofDays(400));
    PgOwnPhones.sweep(TOWN.database(), now);
    assertThat(phones.confirmed("eddy")).contains(PHONE);

    TOWN.database().run(LEAVES);
    PgOwnPhones.sweep(TOWN.database(), now);

    assertThat(phones.confirmed("eddy")).isEmpty();
  }

  @Test
  void a_forgotten_number_is_gone_with_its_code() {
    set(PHONE);

    phones.forget("eddy", line("account.phone-forgotten"));
    phones.forget("eddy", line("account.phone-forgotten"));

    assertThat(confirm(code())).isEqualTo(Proof.OVER);
    assertThat(phones.read("eddy", now)).isEqualTo(new OwnPhone(Standing.NONE, "", null));
  }

  @Test
  void the_words_of_a_code_are_one_short_message_in_both_languages() {
    var words = new PhoneCode("042017").words();

    assertThat(words.split("042017", -1)).hasSize(3);
    assertThat(Segments.of(words).alphabet().name()).isEqualTo("GSM7");
    assertThat(Segments.of(words).parts()).isEqualTo(1);
  }
}
