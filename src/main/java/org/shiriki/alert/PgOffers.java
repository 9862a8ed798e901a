package org.shiriki.alert;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.pg.Transaction;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.PgAudit;

/// Keeps topics of alerts for staff in PostgreSQL.
public final class PgOffers implements Offers {
  private static final Sql FIND =
      new Sql("alert_topic.find", "select * from alert_topic where id = $1");
  private static final Sql PAGE =
      new Sql(
          "alert_topic.page",
          """
          select * from alert_topic where (position, id) > ($1::int, $2)
          order by position, id limit $3::int
          """);
  private static final Sql ADD =
      new Sql(
          "alert_topic.add",
          """
          insert into alert_topic (id, version, position, offered, title_sw, title_en, about_sw,
            about_en, once)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
          on conflict do nothing
          """);
  private static final Sql AGAIN =
      new Sql("alert_topic.again", "select from alert_topic where id = $1 and once = $2");
  private static final Sql REPLACE =
      new Sql(
          "alert_topic.replace",
          """
          update alert_topic set version = $2, position = $3, offered = $4, title_sw = $5,
            title_en = $6, about_sw = $7, about_en = $8
          where id = $1 and version = $2 - 1
          """);

  private final Database database;
  private final PgAudit audit;

  public PgOffers(Database database) {
    this.database = database;
    this.audit = new PgAudit(database);
  }

  @Override
  public Optional<Offer> find(String id) {
    return database.first(FIND, PgOffers::offer, id);
  }

  @Override
  public List<Offer> page(int position, String id, int limit) {
    return database.list(PAGE, PgOffers::offer, position, id, limit);
  }

  @Override
  public boolean add(Offer offer, UUID once, AuditEntry entry) {
    var topic = offer.topic();
    return done(
            entry,
            transaction ->
                transaction.change(
                        ADD,
                        topic.id(),
                        offer.version(),
                        offer.position(),
                        offer.offered(),
                        topic.title().sw(),
                        topic.title().en(),
                        topic.about().sw(),
                        topic.about().en(),
                        once)
                    == 1)
        || database.first(AGAIN, _ -> true, topic.id(), once).isPresent();
  }

  @Override
  public boolean replace(Offer next, AuditEntry entry) {
    var topic = next.topic();
    return done(
        entry,
        transaction ->
            transaction.change(
                    REPLACE,
                    topic.id(),
                    next.version(),
                    next.position(),
                    next.offered(),
                    topic.title().sw(),
                    topic.title().en(),
                    topic.about().sw(),
                    topic.about().en())
                == 1);
  }

  /// Does something and keeps its line of the audit, together or not at all.
  private boolean done(AuditEntry entry, Predicate<Transaction> step) {
    return database.transaction(transaction -> {
      var done = step.test(transaction);
      if (done) {
        audit.add(transaction, entry);
      }
      return done;
    });
  }

  private static Offer offer(Row row) {
    return new Offer(
        PgAlerts.topic(row),
        row.getInteger("position"),
        row.getBoolean("offered"),
        row.getLong("version"));
  }
}
