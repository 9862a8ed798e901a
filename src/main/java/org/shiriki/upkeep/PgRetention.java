package org.shiriki.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongBiFunction;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.PgAudit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The day's removal of what is old enough, by the rules.
public final class PgRetention implements Trial {
  /// Always the oldest lines, so that those that are left still follow one another: what is under a
  /// hold holds all that came after it.
  public static final Keepsake AUDIT =
      new Keepsake(
          "audit",
          "audit",
          "number < coalesce((select min(number) from audit where at >= $1), 0)",
          """
          array(select held.subject from audit as held join legal_hold using (subject)
                where held.number <= audit.number)\
          """,
          "delete from audit");

  private static final Logger LOG = LoggerFactory.getLogger(PgRetention.class);
  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
  private static final int BATCH = 1_000;

  /// After this long a node that began the day's removal and did not finish it counts as dead.
  private static final Duration ABANDONED = Duration.ofHours(1);

  private static final Sql CLAIM =
      new Sql(
          "retention.claim",
          """
          insert into retention_day (day, claimed_at) values ($1, $2)
          on conflict (day) do update set claimed_at = excluded.claimed_at
            where retention_day.finished_at is null and retention_day.claimed_at < $3
          """);
  private static final Sql FINISH =
      new Sql("retention.finish", "update retention_day set finished_at = $2 where day = $1");

  private final Database database;
  private final PgAudit audit;
  private final PgPeriods periods;
  private final List<Keepsake> keepsakes;
  private final InstantSource clock;

  /// The removal.
  ///
  /// @throws IllegalArgumentException if a room keeps something that no rule speaks of
  public PgRetention(
      Database database,
      PgAudit audit,
      List<Rule> rules,
      List<Keepsake> keepsakes,
      InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.periods = new PgPeriods(database, audit, rules);
    this.keepsakes = List.copyOf(keepsakes);
    this.clock = clock;
    var known = rules.stream().map(Rule::id).toList();
    for (var keepsake : keepsakes) {
      if (!known.contains(keepsake.rule())) {
        throw new IllegalArgumentException("retention.yaml: no rule for " + keepsake.rule());
      }
    }
  }

  @Override
  public List<Finding> dryRun() {
    var now = clock.instant();
    return findings(now, (keepsake, before) -> count(keepsake, before, "due"));
  }

  /// Removes what is old, unless it was done today, here or on another node.
  ///
  /// @return what was removed; nothing if it was not this node's turn
  public Optional<List<Finding>> daily() {
    var now = clock.instant();
    var day = now.atZone(NAIROBI).toLocalDate();
    if (database.change(CLAIM, day, at(now), at(now.minus(ABANDONED))) == 0) {
      return Optional.empty();
    }
    var findings = findings(now, (keepsake, before) -> remove(keepsake, now, before));
    findings.stream().filter(Finding::kept).forEach(finding -> periods.ran(finding, now));
    database.run(FINISH, day, at(clock.instant()));
    LOG.atInfo()
        .addKeyValue("rows", findings.stream().mapToLong(Finding::rows).sum())
        .addKeyValue("audit", audit.head())
        .log("What was old has been removed");
    return Optional.of(findings);
  }

  @Override
  public Optional<Finding> dryRun(String rule, Period keep) {
    var now = clock.instant();
    return periods.rules().stream()
        .filter(known -> known.id().equals(rule))
        .findFirst()
        .map(known -> known.keeping(keep))
        .map(wanted ->
            finding(
                wanted,
                at(wanted.before(now)),
                (keepsake, before) -> count(keepsake, before, "due")));
  }

  private List<Finding> findings(Instant now, ToLongBiFunction<Keepsake, OffsetDateTime> rows) {
    return periods.rules().stream().map(rule -> finding(rule, at(rule.before(now)), rows)).toList();
  }

  private Finding finding(
      Rule rule, OffsetDateTime before, ToLongBiFunction<Keepsake, OffsetDateTime> rows) {
    var mine = keepsakes.stream().filter(keepsake -> keepsake.rule().equals(rule.id())).toList();
    return new Finding(
        rule,
        mine.stream().mapToLong(keepsake -> rows.applyAsLong(keepsake, before)).sum(),
        mine.stream().mapToLong(keepsake -> count(keepsake, before, "held")).sum(),
        !mine.isEmpty());
  }

  private long count(Keepsake keepsake, OffsetDateTime before, String which) {
    return database.first(keepsake.count(), row -> row.getLong(which), before).orElse(0L);
  }

  private long remove(Keepsake keepsake, Instant now, OffsetDateTime before) {
    var removed = 0L;
    for (var batch = batch(keepsake, now, before); batch > 0; ) {
      removed += batch;
      batch = batch(keepsake, now, before);
    }
    return removed;
  }

  /// Some rows and the line that tells of them, together or not at all.
  private int batch(Keepsake keepsake, Instant now, OffsetDateTime before) {
    return database.transaction(transaction -> {
      var removed = transaction.change(keepsake.remove(), before, BATCH);
      if (removed > 0) {
        audit.add(
            transaction,
            new AuditEntry(now, "upkeep", "retention.removed", keepsake.rule(), removed + " rows"));
      }
      return removed;
    });
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
