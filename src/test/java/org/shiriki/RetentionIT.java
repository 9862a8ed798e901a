package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.office.DirectoryFile;
import org.shiriki.office.PgDirectory;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.PgAudit;
import org.shiriki.upkeep.Finding;
import org.shiriki.upkeep.PgRetention;
import org.shiriki.upkeep.Rule;

/// What is old enough goes, and nothing else.
class RetentionIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final List<Sql> EMPTY =
      List.of(
          new Sql(
              "test.empty",
              "truncate ussd_turn, outbox, sms_in, sms_thread, consent, legal_hold, retention_day"),
          new Sql("test.empty", "truncate concern, concern_event, citizen cascade"));
  private static final Sql TURN =
      new Sql(
          "test.turn",
          """
          insert into ussd_turn (session_id, text_length, citizen_key, at, open, sealed)
          values ($1, 0, $1, $2, true, '')
          """);
  private static final Sql MESSAGE =
      new Sql(
          "test.message",
          """
          insert into outbox (citizen_key, once, phone, lane, text, queued_at)
          values ($1, 'once', '', 'REPLY', 'Habari', $2)
          """);
  private static final Sql PERSON =
      new Sql(
          "test.person",
          "insert into citizen (citizen_key, language, phone) values ($1, 'sw', 'sealed')");
  private static final Sql LETTER =
      new Sql(
          "test.letter",
          """
          insert into sms_in (id, citizen_key, words, received_at, state, not_before)
          values ($1, $1, '', $2, 'DONE', $2)
          """);
  private static final Sql THREAD =
      new Sql(
          "test.thread",
          "insert into sms_thread (citizen_key, conversation, at) values ($1, '', $2)");
  private static final Sql CONCERN =
      new Sql(
          "test.concern",
          """
          with filed as (
            insert into concern (reference, draft, category, ward, office, text, reporter, status,
              events, filed_at, acknowledge_by, answer_by, escalate_by)
            values ($1, $1, 'water', '?', 'desk', 'Maji', $1, $3, 2, $2, $2, $2, $2))
          insert into concern_event (reference, number, status, at)
          values ($1, 1, 'RECEIVED', $2 - interval '3 years'), ($1, 2, $3, $2)
          """);
  private static final Sql CONSENT =
      new Sql(
          "test.consent",
          """
          insert into consent (citizen_key, wording, language, channel, given_at, withdrawn_at)
          values ($1, 'Nakubali', 'sw', 'USSD', $2, $2)
          """);
  private static final Sql HOLD =
      new Sql("test.hold", "insert into legal_hold (subject, reason) values ($1, 'inquiry')");
  private static final Sql KEPT =
      new Sql(
          "test.kept",
          """
          select 'turn ' || session_id as row from ussd_turn
          union all select 'message ' || citizen_key from outbox
          union all select 'letter ' || citizen_key from sms_in
          union all select 'thread ' || citizen_key from sms_thread
          union all select 'consent ' || citizen_key from consent
          union all select 'concern ' || reference || ' by ' || coalesce(reporter, 'nobody')
            from concern order by 1
          """);
  private static final Sql AUDIT =
      new Sql("test.audit", "select actor || ' ' || subject || ' ' || detail as line from audit");

  @BeforeEach
  void empty() {
    EMPTY.forEach(sql -> TOWN.database().run(sql));
    new PgDirectory(TOWN.database()).seed(DirectoryFile.read(Town.CONFIG, Town.PLACES));
  }

  private static PgRetention retention(Instant now) {
    return new PgRetention(
        TOWN.database(),
        new PgAudit(TOWN.database()),
        Rule.read(Town.CONFIG),
        Registry.KEEPSAKES,
        new TestClock(now));
  }

  private static void put(Sql sql, String key, Period age, Duration less, Object... more) {
    var at = NOW.atZone(ZoneOffset.ofHours(3)).minus(age).toInstant().plus(less);
    var values = new ArrayList<Object>(List.of(key, at.atOffset(ZoneOffset.UTC)));
    values.addAll(List.of(more));
    TOWN.database().run(sql, values.toArray());
  }

  /// Of each kind one that is a minute too old, and one that is a minute too young.
  private static void everyKind() {
    for (var person : List.of("old", "young", "open")) {
      TOWN.database().run(PERSON, person);
    }
    for (var age : Map.of("old", MINUTE.negated(), "young", MINUTE).entrySet()) {
      put(TURN, age.getKey(), Period.ofDays(30), age.getValue());
      put(MESSAGE, age.getKey(), Period.ofMonths(12), age.getValue());
      put(LETTER, age.getKey(), Period.ofMonths(12), age.getValue());
      put(THREAD, age.getKey(), Period.ofDays(1), age.getValue());
      put(MESSAGE, "stranger " + age.getKey(), Period.ofDays(3), age.getValue());
      put(CONSENT, age.getKey(), Period.ofYears(6), age.getValue());
      put(CONCERN, age.getKey(), Period.ofMonths(24), age.getValue(), "CLOSED");
    }
    put(CONCERN, "open", Period.ofMonths(24), MINUTE.negated(), "ANSWERED");
  }

  private static List<String> kept() {
    return TOWN.database().list(KEPT, row -> row.getString("row"));
  }

  @Test
  void each_kind_goes_at_its_age_and_not_a_minute_earlier() {
    everyKind();

    retention(NOW).daily();

    assertThat(kept())
        .containsExactly(
            "concern old by nobody",
            "concern open by open",
            "concern young by young",
            "consent young",
            "letter young",
            "message stranger young",
            "message young",
            "thread young",
            "turn young");
  }

  @Test
  void a_dry_run_tells_what_would_go_and_removes_nothing() {
    everyKind();
    var before = kept();

    var table = Finding.table(retention(NOW).dryRun());

    System.out.print(table);
    assertThat(table)
        .containsPattern("ussd-turns +P30D +1 +0")
        .containsPattern("sms-bodies +P12M +1 +0")
        .containsPattern("concern-names +P24M +1 +0")
        .containsPattern("consents +P6Y +1 +0");
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void what_is_under_a_legal_hold_stays_and_is_counted() {
    everyKind();
    TOWN.database().run(HOLD, "citizen/old");

    var findings = retention(NOW).daily().orElseThrow();

    assertThat(kept()).contains("turn old", "message old", "consent old", "concern old by old");
    assertThat(findings.stream().mapToLong(Finding::held).sum()).isEqualTo(6);
  }

  @Test
  void of_many_nodes_one_does_the_days_removal() throws InterruptedException, ExecutionException {
    Callable<Optional<List<Finding>>> node = () -> retention(NOW).daily();

    var done = Crowd.atOnce(List.of(node, node, node, node));

    assertThat(done.stream().filter(Optional::isPresent)).hasSize(1);
    assertThat(retention(NOW.plus(Duration.ofDays(1))).daily()).isPresent();
  }

  @Test
  void a_days_removal_that_a_dead_node_began_is_finished_by_another() {
    TOWN.database()
        .run(
            new Sql("test.claim", "insert into retention_day values ('2026-11-21', $1, null)"),
            NOW.atOffset(ZoneOffset.UTC));

    assertThat(retention(NOW.plus(Duration.ofMinutes(59))).daily()).isEmpty();
    assertThat(retention(NOW.plus(Duration.ofMinutes(61))).daily()).isPresent();
  }

  @Test
  void the_audit_tells_how_much_went_and_nobodys_name() {
    everyKind();

    retention(NOW).daily();

    assertThat(TOWN.database().list(AUDIT, row -> row.getString("line")))
        .contains("upkeep ussd-turns 1 rows", "upkeep concern-names 1 rows")
        .noneMatch(line -> line.contains("old"));
    assertThat(new PgAudit(TOWN.database()).firstBroken()).isEmpty();
  }

  @Test
  void a_room_that_keeps_what_no_rule_speaks_of_does_not_start() {
    assertThatThrownBy(() ->
            new PgRetention(
                TOWN.database(),
                new PgAudit(TOWN.database()),
                List.of(),
                Registry.KEEPSAKES,
                new TestClock(NOW)))
        .hasMessageContaining("no rule for");
  }

  @Test
  void every_rule_of_the_table_has_a_room_but_those_that_other_rooms_bring() {
    var findings = retention(NOW).dryRun();

    var nobodys =
        findings.stream()
            .filter(finding -> !finding.kept())
            .map(finding -> finding.rule().id())
            .collect(Collectors.toSet());

    assertThat(nobodys).isSubsetOf("safety-cases", "poll-links");
  }
}
