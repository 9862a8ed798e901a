package org.shiriki.upkeep;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.PgAudit;

/// Keeps legal holds in PostgreSQL.
public final class PgHolds implements Holds {
  private static final Sql LIST =
      new Sql(
          "hold.list",
          """
          select id, subject, reason, account, placed_at from legal_hold
          where (placed_at, id) > ($1, $2) order by placed_at, id limit $3
          """);
  private static final Sql FIND =
      new Sql(
          "hold.find",
          "select id, subject, reason, account, placed_at from legal_hold where id = $1");
  private static final Sql PLACE =
      new Sql(
          "hold.place",
          """
          insert into legal_hold (id, subject, reason, account, placed_at)
          values ($1, $2, $3, $4, $5) on conflict do nothing
          """);
  private static final Sql LIFT = new Sql("hold.lift", "delete from legal_hold where id = $1");

  private final Database database;
  private final PgAudit audit;

  public PgHolds(Database database, PgAudit audit) {
    this.database = database;
    this.audit = audit;
  }

  @Override
  public List<Hold> list(Instant after, UUID id, int limit) {
    return database.list(LIST, PgHolds::hold, after.atOffset(ZoneOffset.UTC), id, limit);
  }

  @Override
  public Optional<Hold> find(UUID id) {
    return database.first(FIND, PgHolds::hold, id);
  }

  @Override
  public boolean place(Hold hold, AuditEntry line) {
    return database.transaction(transaction -> {
      var at = hold.at().atOffset(ZoneOffset.UTC);
      var placed =
          transaction.change(PLACE, hold.id(), hold.subject(), hold.reason(), hold.account(), at);
      if (placed == 1) {
        audit.add(transaction, line);
      }
      return placed == 1 || transaction.first(FIND, PgHolds::hold, hold.id()).isPresent();
    });
  }

  @Override
  public boolean lift(UUID id, AuditEntry line) {
    return database.transaction(transaction -> {
      var lifted = transaction.change(LIFT, id) == 1;
      if (lifted) {
        audit.add(transaction, line);
      }
      return lifted;
    });
  }

  private static Hold hold(Row row) {
    return new Hold(
        row.getUUID("id"),
        row.getString("subject"),
        row.getString("reason"),
        row.getString("account"),
        row.getOffsetDateTime("placed_at").toInstant());
  }
}
