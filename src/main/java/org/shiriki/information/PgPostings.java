package org.shiriki.information;

import io.vertx.sqlclient.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.pg.Transaction;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.PgAudit;

/// Keeps help lines for staff in PostgreSQL.
public final class PgPostings implements Postings {
  private static final Sql FIND =
      new Sql("help_line.find", "select * from help_line where id = $1");
  private static final Sql PAGE =
      new Sql(
          "help_line.page",
          """
          select * from help_line where (position, id) > ($1::int, $2)
          order by position, id limit $3::int
          """);
  private static final Sql ADD =
      new Sql(
          "help_line.add",
          """
          insert into help_line (id, version, position, name_sw, name_en, what_sw, what_en, numbers,
            hours_sw, hours_en, free, confidence, last_tested, once)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
          on conflict do nothing
          """);
  private static final Sql AGAIN =
      new Sql("help_line.again", "select from help_line where id = $1 and once = $2");
  private static final Sql REPLACE =
      new Sql(
          "help_line.replace",
          """
          update help_line set version = $2, position = $3, name_sw = $4, name_en = $5,
            what_sw = $6, what_en = $7, numbers = $8, hours_sw = $9, hours_en = $10, free = $11,
            confidence = $12, last_tested = $13
          where id = $1 and version = $2 - 1
          """);
  private static final Sql REMOVE =
      new Sql("help_line.remove", "delete from help_line where id = $1 and version = $2");

  private final Database database;
  private final PgAudit audit;

  public PgPostings(Database database) {
    this.database = database;
    this.audit = new PgAudit(database);
  }

  @Override
  public Optional<Posting> find(String id) {
    return database.first(FIND, PgPostings::posting, id);
  }

  @Override
  public List<Posting> page(int position, String id, int limit) {
    return database.list(PAGE, PgPostings::posting, position, id, limit);
  }

  @Override
  public boolean add(Posting posting, UUID once, AuditEntry entry) {
    var columns = columns(posting);
    var values = Arrays.copyOf(columns, columns.length + 1);
    values[columns.length] = once;
    return done(entry, transaction -> transaction.change(ADD, values) == 1)
        || database.first(AGAIN, _ -> true, posting.line().id(), once).isPresent();
  }

  @Override
  public boolean replace(Posting next, AuditEntry entry) {
    return done(entry, transaction -> transaction.change(REPLACE, columns(next)) == 1);
  }

  @Override
  public boolean remove(String id, long seen, AuditEntry entry) {
    return done(entry, transaction -> transaction.change(REMOVE, id, seen) == 1);
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

  private static @Nullable Object[] columns(Posting posting) {
    var line = posting.line();
    return new @Nullable Object[] {
      line.id(),
      posting.version(),
      posting.position(),
      line.name().sw(),
      line.name().en(),
      line.what().sw(),
      line.what().en(),
      line.numbers().toArray(String[]::new),
      line.hours().sw(),
      line.hours().en(),
      line.free(),
      line.confidence().name(),
      line.lastTested()
    };
  }

  private static Posting posting(Row row) {
    return new Posting(PgHelpLines.line(row), row.getInteger("position"), row.getLong("version"));
  }
}
