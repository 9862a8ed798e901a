package org.shiriki.incident;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shiriki.incident.Incident.Clock;
import org.shiriki.incident.Incident.Facts;
import org.shiriki.incident.Incident.Kind;
import org.shiriki.incident.Incident.Role;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.PgAudit;

/// Keeps incidents in PostgreSQL, a row a version.
public final class PgIncidents implements Incidents {
  private static final String COLUMNS =
      """
      number, version, account, at, kind, role, discovered_at, data, people, description, measures,
      notified_at, notice, told_at, telling, closed_at, conclusion
      """;

  private static final Sql OPEN =
      new Sql(
          "incident.open",
          "insert into incident (once, "
              + COLUMNS
              + """
              ) values ($1, nextval('incident_number'), 1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
                null, '', null, '', null, '')
              on conflict (once) where once is not null do nothing
              """
              + " returning "
              + COLUMNS);
  private static final Sql OPENED =
      new Sql("incident.opened", "select " + COLUMNS + " from incident where once = $1");
  private static final Sql FOLLOW =
      new Sql(
          "incident.follow",
          "insert into incident ("
              + COLUMNS
              + """
              ) select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17
              where $2 = (select 1 + max(version) from incident where number = $1)
              on conflict (number, version) do nothing
              """);
  private static final Sql VERSIONS =
      new Sql(
          "incident.versions",
          "select " + COLUMNS + " from incident where number = $1 order by version desc");
  private static final Sql LIST =
      new Sql(
          "incident.list",
          "select "
              + COLUMNS
              + """
               from (
                select distinct on (number) * from incident where number < $1
                order by number desc, version desc) as latest
              where not $2 or closed_at is null order by number desc limit $3
              """);
  private static final Sql WARN =
      new Sql(
          "incident.warn",
          """
          insert into incident_warning (number, what, at) values ($1, $2, $3)
          on conflict do nothing
          """);

  private final Database database;
  private final PgAudit audit;

  public PgIncidents(Database database, PgAudit audit) {
    this.database = database;
    this.audit = audit;
  }

  @Override
  public Incident open(UUID once, Entry first) {
    return database.transaction(transaction -> {
      var values = new ArrayList<@Nullable Object>();
      values.add(once);
      var incident = first.incident();
      values.add(incident.account());
      values.add(at(incident.at()));
      values.addAll(facts(incident.facts()));
      var opened = transaction.first(OPEN, PgIncidents::incident, values.toArray());
      opened.ifPresent(fresh -> audit.add(transaction, about(first.line(), fresh.number())));
      return opened.or(() -> transaction.first(OPENED, PgIncidents::incident, once)).orElseThrow();
    });
  }

  @Override
  public boolean follow(Entry next) {
    return database.transaction(transaction -> {
      var kept = transaction.change(FOLLOW, values(next.incident()).toArray()) == 1;
      if (kept) {
        audit.add(transaction, about(next.line(), next.incident().number()));
      }
      return kept;
    });
  }

  @Override
  public Optional<Incident> find(long number) {
    return database.first(VERSIONS, PgIncidents::incident, number);
  }

  @Override
  public List<Incident> versions(long number) {
    return database.list(VERSIONS, PgIncidents::incident, number);
  }

  @Override
  public List<Incident> list(Filter filter, int limit) {
    return database.list(LIST, PgIncidents::incident, filter.before(), filter.open(), limit);
  }

  @Override
  public void warn(Incident incident, Clock clock, Instant at) {
    var line =
        new AuditEntry(at, "incident", "incident.warned", "", clock.name() + " " + incident.due());
    database.transaction(transaction -> {
      var warned = transaction.change(WARN, incident.number(), clock.name(), at(at));
      if (warned == 1) {
        audit.add(transaction, about(line, incident.number()));
      }
      return warned;
    });
  }

  private static AuditEntry about(AuditEntry line, long number) {
    return new AuditEntry(
        line.at(), line.actor(), line.action(), "incident/" + number, line.detail(), line.from());
  }

  private static List<@Nullable Object> values(Incident incident) {
    var values = new ArrayList<@Nullable Object>();
    values.add(incident.number());
    values.add(incident.version());
    values.add(incident.account());
    values.add(at(incident.at()));
    values.addAll(facts(incident.facts()));
    values.add(maybe(incident.notifiedAt()));
    values.add(incident.notice());
    values.add(maybe(incident.toldAt()));
    values.add(incident.telling());
    values.add(maybe(incident.closedAt()));
    values.add(incident.conclusion());
    return values;
  }

  private static List<Object> facts(Facts facts) {
    return List.of(
        facts.kind().name(),
        facts.role().name(),
        at(facts.discoveredAt()),
        facts.data().toArray(String[]::new),
        facts.people(),
        facts.description(),
        facts.measures());
  }

  private static Incident incident(Row row) {
    return new Incident(
        row.getLong("number"),
        row.getLong("version"),
        row.getString("account"),
        row.getOffsetDateTime("at").toInstant(),
        new Facts(
            Kind.valueOf(row.getString("kind")),
            Role.valueOf(row.getString("role")),
            row.getOffsetDateTime("discovered_at").toInstant(),
            List.of(row.getArrayOfStrings("data")),
            row.getInteger("people"),
            row.getString("description"),
            row.getString("measures")),
        instant(row, "notified_at"),
        row.getString("notice"),
        instant(row, "told_at"),
        row.getString("telling"),
        instant(row, "closed_at"),
        row.getString("conclusion"));
  }

  private static @Nullable Instant instant(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column))
        .map(OffsetDateTime::toInstant)
        .orElse(null);
  }

  private static @Nullable OffsetDateTime maybe(@Nullable Instant instant) {
    return instant == null ? null : at(instant);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
