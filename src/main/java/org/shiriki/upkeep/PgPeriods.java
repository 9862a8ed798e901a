package org.shiriki.upkeep;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.pg.Transaction;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.PgAudit;

/// Keeps changed periods in PostgreSQL, a row a version.
public final class PgPeriods implements Periods {
  private static final Sql CHANGED =
      new Sql(
          "retention.changed",
          """
          select distinct on (rule) rule, version, keep, reason, account, at from retention_period
          order by rule, version desc
          """);
  private static final Sql CHANGES =
      new Sql(
          "retention.changes",
          """
          select version, keep, reason, account, at from retention_period
          where rule = $1 order by version desc
          """);
  private static final Sql CHANGE =
      new Sql(
          "retention.change",
          """
          insert into retention_period (rule, version, keep, reason, account, at)
          select $1, $2, $3, $4, $5, $6
          where $2 = 1 + coalesce((select max(version) from retention_period where rule = $1), 1)
          on conflict (rule, version) do nothing
          """);
  private static final Sql LAST =
      new Sql("retention.last", "select rule, at, rows, held from retention_last");
  private static final Sql RAN =
      new Sql(
          "retention.ran",
          """
          insert into retention_last (rule, at, rows, held) values ($1, $2, $3, $4)
          on conflict (rule) do update
            set at = excluded.at, rows = excluded.rows, held = excluded.held
          """);

  private final Database database;
  private final PgAudit audit;
  private final List<Rule> rules;

  private record Last(Instant at, long rows, long held) {}

  public PgPeriods(Database database, PgAudit audit, List<Rule> rules) {
    this.database = database;
    this.audit = audit;
    this.rules = List.copyOf(rules);
  }

  /// The rules with the periods that hold now.
  List<Rule> rules() {
    var changed = changed();
    return rules.stream().map(rule -> now(rule, changed.get(rule.id()))).toList();
  }

  /// A change from before the configuration was narrowed holds no longer.
  private static Rule now(Rule rule, Term.@Nullable Change change) {
    return change == null || !rule.allows(change.keep()) ? rule : rule.keeping(change.keep());
  }

  @Override
  public List<Term> terms() {
    var changed = changed();
    var last = new HashMap<String, Last>();
    database.run(LAST).forEach(row -> last.put(row.getString("rule"), last(row)));
    return rules.stream()
        .map(rule -> term(rule, changed.get(rule.id()), last.get(rule.id())))
        .toList();
  }

  private static Term term(Rule rule, Term.@Nullable Change change, @Nullable Last last) {
    var version = Optional.ofNullable(change).map(Term.Change::version).orElse(1L);
    var ran = last == null ? new Last(Instant.EPOCH, 0, 0) : last;
    return new Term(
        now(rule, change),
        rule.keep(),
        version,
        last == null ? null : ran.at(),
        ran.rows(),
        ran.held());
  }

  @Override
  public boolean change(String rule, Term.Change change, AuditEntry line) {
    return database.transaction(transaction -> {
      var changed = kept(transaction, rule, change);
      if (changed) {
        audit.add(transaction, line);
      }
      return changed;
    });
  }

  private static boolean kept(Transaction transaction, String rule, Term.Change change) {
    return transaction.change(
            CHANGE,
            rule,
            change.version(),
            change.keep().toString(),
            change.reason(),
            change.account(),
            change.at().atOffset(ZoneOffset.UTC))
        == 1;
  }

  @Override
  public List<Term.Change> changes(String rule) {
    return database.list(CHANGES, PgPeriods::change, rule);
  }

  /// Keeps what a rule did.
  void ran(Finding finding, Instant at) {
    database.run(
        RAN, finding.rule().id(), at.atOffset(ZoneOffset.UTC), finding.rows(), finding.held());
  }

  private Map<String, Term.Change> changed() {
    var changed = new HashMap<String, Term.Change>();
    database.run(CHANGED).forEach(row -> changed.put(row.getString("rule"), change(row)));
    return changed;
  }

  private static Term.Change change(Row row) {
    return new Term.Change(
        row.getLong("version"),
        Period.parse(row.getString("keep")),
        row.getString("reason"),
        row.getString("account"),
        row.getOffsetDateTime("at").toInstant());
  }

  private static Last last(Row row) {
    return new Last(
        row.getOffsetDateTime("at").toInstant(), row.getLong("rows"), row.getLong("held"));
  }
}
