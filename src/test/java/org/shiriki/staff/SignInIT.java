package org.shiriki.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.privacy.Argon2;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Vault;
import org.shiriki.staff.SignIn.Entry;
import org.shiriki.staff.SignIn.Try;
import org.shiriki.staff.SignIn.Visit;

/// Coming in with a password and a second factor, on PostgreSQL.
class SignInIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final String PASSWORD = "embe tamu za Kilifi";
  private static final String HOME = "10.0.0.1";
  private static final Sql EMPTY =
      new Sql(
          "test.empty",
          "truncate account, organisation, staff_session, sign_in_miss, api_token cascade");

  private Instant now = Instant.parse("2026-11-22T08:00:00Z");
  private final PgAudit audit = new PgAudit(TOWN.database());
  private final PgAccounts accounts = new PgAccounts(TOWN.database(), audit, () -> now);
  private final Vault vault = new Vault(Keys.generate());
  private final SecondFactors factors =
      new PgSecondFactors(TOWN.database(), audit, vault, () -> now);
  private final SignIn signIn =
      new PgSignIn(TOWN.database(), audit, vault, new Argon2(), factors, () -> now);
  private final Colleague director =
      new Colleague("director", "secretariat", List.of(), Set.of(Right.values()), "test");

  @BeforeEach
  void aDirectorAndAVolunteer() {
    TOWN.database().run(EMPTY);
    accounts.first("director", Secrets.hash("first"));
    add("vera", Role.VOLUNTEER);
    setPassword("vera");
  }

  private void add(String name, Role role) {
    var line = new AuditEntry(now, "director", "account.added", "account/" + name, "");
    var grants = List.of(Grant.everywhere(role));
    accounts.add(
        new Account(name, "secretariat", name + "@Example.org", grants, true, false, 1), line);
  }

  private void setPassword(String account) {
    assertThat(signIn.setPassword(signIn.reset(account, director), PASSWORD, HOME)).isTrue();
  }

  private Entry enter(String name, String password, String code, String from) {
    return signIn.enter(new Try(name + "@example.org", password, code, from));
  }

  private Visit in(Entry entry) {
    return switch (entry) {
      case Entry.In(var visit) -> visit;
      case Entry.Wrong _, Entry.NeedsCode _, Entry.Later _ ->
          throw new AssertionError("They are not in: " + entry);
    };
  }

  @Test
  void the_right_password_lets_its_owner_in_whatever_the_case_of_the_address() {
    var visit = in(signIn.enter(new Try("VERA@example.ORG", PASSWORD, "", HOME)));

    var known = signIn.known(visit.word(), "", false, HOME).orElseThrow();
    assertThat(known.account()).isEqualTo("vera");
    assertThat(known.may(Right.CONCERN_SEE)).isTrue();
  }

  @Test
  void a_wrong_password_an_unknown_address_and_an_account_without_a_password_are_told_alike() {
    add("newcomer", Role.EDITOR);

    assertThat(enter("vera", "wrong", "", HOME)).isEqualTo(new Entry.Wrong());
    assertThat(enter("nobody", PASSWORD, "", HOME)).isEqualTo(new Entry.Wrong());
    assertThat(enter("newcomer", "", "", HOME)).isEqualTo(new Entry.Wrong());
  }

  @Test
  void what_changes_something_needs_the_word_of_the_form() {
    var visit = in(enter("vera", PASSWORD, "", HOME));

    assertThat(signIn.known(visit.word(), "guess", true, HOME)).isEmpty();
    assertThat(signIn.known(visit.word(), visit.csrf(), true, HOME)).isPresent();
  }

  @Test
  void a_visit_ends_when_it_is_left_when_it_rests_and_after_half_a_day() {
    var left = in(enter("vera", PASSWORD, "", HOME));
    signIn.leave(left.word());
    var resting = in(enter("vera", PASSWORD, "", HOME));

    assertThat(signIn.known(left.word(), "", false, HOME)).isEmpty();
    now = now.plus(Duration.ofMinutes(59));
    assertThat(signIn.known(resting.word(), "", false, HOME)).isPresent();
    for (var half = 0; half < 22; half++) {
      now = now.plus(Duration.ofMinutes(30));
      assertThat(signIn.known(resting.word(), "", false, HOME)).isPresent();
    }
    now = now.plus(Duration.ofMinutes(30));
    assertThat(signIn.known(resting.word(), "", false, HOME)).isEmpty();
    var idle = in(enter("vera", PASSWORD, "", HOME));
    now = now.plus(Duration.ofMinutes(61));
    assertThat(signIn.known(idle.word(), "", false, HOME)).isEmpty();
  }

  @Test
  void a_director_can_do_nothing_before_a_second_factor_is_set_up() {
    setPassword("director");
    var visit = in(enterDirector(""));

    assertThat(visit.proven()).isFalse();
    var known = signIn.known(visit.word(), "", false, HOME).orElseThrow();
    assertThat(Right.values()).noneMatch(known::may);
  }

  private Entry enterDirector(String code) {
    return signIn.enter(new Try("director@localhost", PASSWORD, code, HOME));
  }

  @Test
  void a_second_factor_is_asked_for_from_its_first_code_on_and_each_code_is_good_once() {
    setPassword("director");
    var before = in(enterDirector(""));
    var secret = factors.enrol("director").orElseThrow().secret();
    assertThat(factors.confirm("director", "000000", director)).isEmpty();

    var codes = factors.confirm("director", SecondFactor.code(secret, now), director).orElseThrow();

    assertThat(factors.enrol("director")).isEmpty();
    assertThat(signIn.known(before.word(), "", false, HOME)).isEmpty();
    assertThat(enterDirector("")).isEqualTo(new Entry.NeedsCode());
    assertThat(enterDirector(SecondFactor.code(secret, now))).isEqualTo(new Entry.Wrong());
    now = now.plusSeconds(30);
    var code = SecondFactor.code(secret, now);
    assertThat(in(enterDirector(code)).proven()).isTrue();
    assertThat(enterDirector(code)).isEqualTo(new Entry.Wrong());
    assertThat(in(enterDirector(codes.getFirst())).proven()).isTrue();
    assertThat(enterDirector(codes.getFirst())).isEqualTo(new Entry.Wrong());
  }

  @Test
  void a_code_from_the_last_hour_is_wrong() {
    setPassword("director");
    var secret = factors.enrol("director").orElseThrow().secret();
    factors.confirm("director", SecondFactor.code(secret, now), director);

    var old = SecondFactor.code(secret, now.minus(Duration.ofMinutes(5)));

    assertThat(enterDirector(old)).isEqualTo(new Entry.Wrong());
  }

  @Test
  void a_hundred_wrong_passwords_are_mostly_not_looked_at_and_none_succeeds() {
    var looked =
        IntStream.range(0, 100)
            .mapToObj(each -> enter("vera", "guess " + each, "", "10.6.6.6"))
            .filter(new Entry.Wrong()::equals)
            .count();

    assertThat(looked).isEqualTo(6);
    assertThat(enter("vera", PASSWORD, "", "10.6.6.6")).isInstanceOf(Entry.Later.class);
  }

  @Test
  void the_right_person_comes_in_from_another_place_meanwhile() {
    for (var each = 0; each < 100; each++) {
      enter("vera", "guess " + each, "", "10.6.6.6");
    }

    assertThat(in(enter("vera", PASSWORD, "", HOME)).proven()).isTrue();
  }

  @Test
  void tries_from_a_hundred_places_shut_the_door_for_a_minute_at_most() {
    var looked =
        IntStream.range(0, 100)
            .mapToObj(each -> enter("vera", "guess", "", "10.6.6." + each))
            .filter(new Entry.Wrong()::equals)
            .count();

    assertThat(looked).isEqualTo(30);
    assertThat(enter("vera", PASSWORD, "", HOME)).isInstanceOf(Entry.Later.class);
    now = now.plusSeconds(61);
    assertThat(enter("vera", PASSWORD, "", HOME)).isInstanceOf(Entry.In.class);
  }

  @Test
  void a_hundred_tries_at_the_same_moment_are_counted_one_by_one() throws Exception {
    try (var crowd = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      var tries =
          IntStream.range(0, 100)
              .mapToObj(each -> crowd.submit(() -> enter("vera", "guess " + each, "", "10.6.6.6")))
              .toList();

      var looked = 0;
      for (var each : tries) {
        looked += each.get().equals(new Entry.Wrong()) ? 1 : 0;
      }
      assertThat(looked).isEqualTo(6);
    }
  }

  @Test
  void the_word_of_a_reset_is_good_once_and_for_an_hour() {
    var first = signIn.reset("vera", director);
    assertThat(signIn.setPassword(first, "maji safi kwa wote", HOME)).isTrue();
    assertThat(signIn.setPassword(first, PASSWORD, HOME)).isFalse();
    var late = signIn.reset("vera", director);
    now = now.plus(Duration.ofMinutes(61));

    assertThat(signIn.setPassword(late, PASSWORD, HOME)).isFalse();
    assertThat(enter("vera", "maji safi kwa wote", "", HOME)).isInstanceOf(Entry.In.class);
  }

  @Test
  void an_account_that_is_no_longer_active_is_out_at_once() {
    var visit = in(enter("vera", PASSWORD, "", HOME));
    var vera = accounts.account("vera").orElseThrow();
    var line = new AuditEntry(now, "director", "account.changed", "account/vera", "");

    accounts.change(
        new Account(
            "vera", "secretariat", vera.email(), vera.grants(), false, false, vera.version()),
        vera.version(),
        line);

    assertThat(signIn.known(visit.word(), "", false, HOME)).isEmpty();
    assertThat(enter("vera", PASSWORD, "", HOME)).isEqualTo(new Entry.Wrong());
  }

  @Test
  void a_visit_can_be_seen_and_ended_from_elsewhere() {
    var laptop = in(enter("vera", PASSWORD, "", HOME));
    now = now.plusSeconds(60);
    var phone = in(enter("vera", PASSWORD, "", "10.0.0.2"));
    var places = signIn.places("vera");
    assertThat(places).extracting(SignIn.Place::from).containsExactly("10.0.0.2", HOME);

    assertThat(signIn.end("vera", places.getLast().id(), director)).isTrue();

    assertThat(signIn.known(laptop.word(), "", false, HOME)).isEmpty();
    assertThat(signIn.known(phone.word(), "", false, HOME)).isPresent();
    assertThat(signIn.end("director", places.getFirst().id(), director)).isFalse();
  }
}
