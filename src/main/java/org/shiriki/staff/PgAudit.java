package org.shiriki.staff;

import io.vertx.sqlclient.Row;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.shiriki.pg.Database;
import org.shiriki.pg.Queries;
import org.shiriki.pg.Sql;
import org.shiriki.pg.Transaction;

/// Keeps the audit in PostgreSQL; one writer at a time, on whichever node.
public final class PgAudit implements Audit {
  private static final int PAGE = 1_000;

  private static final Sql LOCK =
      new Sql("audit.lock", "lock table audit in share row exclusive mode");
  private static final Sql LAST =
      new Sql("audit.last", "select number, hash from audit order by number desc limit 1");
  private static final Sql ADD =
      new Sql(
          "audit.add",
          """
          insert into audit (number, at, actor, action, subject, detail, previous, hash, origin)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
          """);
  private static final Sql READ =
      new Sql(
          "audit.read",
          """
          select number, at, actor, action, subject, detail, previous, hash, origin from audit
          where number > $1 order by number limit $2
          """);

  private static final Sql LINES =
      new Sql(
          "audit.lines",
          """
          select number, at, actor, action, subject, detail, previous, hash, origin from audit
          where number > $1 and at >= $2 and at < $3 and ($4 = '' or actor = $4)
            and starts_with(action, $5) and starts_with(subject, $6)
          order by number limit $7
          """);

  private final Database database;

  private record Head(long number, String hash) {
    static Head of(Queries queries) {
      return queries
          .first(LAST, row -> new Head(row.getLong("number"), row.getString("hash")))
          .orElse(new Head(0, ""));
    }
  }

  public PgAudit(Database database) {
    this.database = database;
  }

  @Override
  public void add(AuditEntry entry) {
    database.transaction(transaction -> {
      add(transaction, entry);
      return entry;
    });
  }

  /// Adds a line together with what it tells of.
  public void add(Transaction transaction, AuditEntry entry) {
    transaction.run(LOCK);
    var head = Head.of(transaction);
    var line = AuditLine.after(head.number() + 1, entry, head.hash());
    transaction.run(
        ADD,
        line.number(),
        entry.at().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
        entry.actor(),
        entry.action(),
        entry.subject(),
        entry.detail(),
        line.previous(),
        line.hash(),
        entry.from());
  }

  @Override
  public List<Numbered> lines(Filter filter, long after, int limit) {
    return database.list(
        LINES,
        row -> new Numbered(row.getLong("number"), line(row).entry()),
        after,
        filter.from().atOffset(ZoneOffset.UTC),
        filter.until().atOffset(ZoneOffset.UTC),
        filter.actor(),
        filter.action(),
        filter.subject(),
        limit);
  }

  @Override
  public String head() {
    return Head.of(database).hash();
  }

  @Override
  public OptionalLong firstBroken() {
    AuditLine before = null;
    for (var page = page(0); !page.isEmpty(); page = page(page.getLast().number())) {
      for (var line : page) {
        if (!line.sound() || !joins(line, before)) {
          return OptionalLong.of(line.number());
        }
        before = line;
      }
    }
    return OptionalLong.empty();
  }

  /// Whether a line joins the one before. The oldest line that is left joins what was removed by
  /// age, and the very first one nothing.
  private static boolean joins(AuditLine line, @Nullable AuditLine before) {
    return before == null ? line.number() > 1 || line.previous().isEmpty() : line.follows(before);
  }

  private List<AuditLine> page(long after) {
    return database.list(READ, PgAudit::line, after, PAGE);
  }

  private static AuditLine line(Row row) {
    return new AuditLine(
        row.getLong("number"),
        new AuditEntry(
            row.getOffsetDateTime("at").toInstant(),
            row.getString("actor"),
            row.getString("action"),
            row.getString("subject"),
            row.getString("detail"),
            row.getString("origin")),
        row.getString("previous"),
        row.getString("hash"));
  }
}
