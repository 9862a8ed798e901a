package org.shiriki.information;

import io.vertx.sqlclient.Row;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

/// Keeps topics with all their versions in PostgreSQL.
public final class PgFolders implements Folders {
  private static final Sql FIND = folders("folder.find", "where topic.id = $1");
  private static final Sql PAGE =
      folders(
          "folder.page",
          """
          where (topic.position, topic.id) > ($1::int, $2)
            and ($3::date is null or latest.review_by <= $3::date)
            and ($4::boolean is null or (topic.shown is not null) = $4::boolean)
          order by topic.position, topic.id limit $5::int
          """);
  private static final Sql EDITION =
      new Sql(
          "folder.edition",
          "select topic as id, * from topic_version where topic = $1 and number = $2");
  private static final Sql EDITIONS =
      new Sql(
          "folder.editions",
          """
          select topic as id, * from topic_version where topic = $1 and number < $2
          order by number desc limit $3::int
          """);
  private static final Sql ADD =
      new Sql(
          "folder.add",
          """
          insert into topic (id, position, once) values ($1, $2, $3) on conflict do nothing
          """);
  private static final Sql AGAIN =
      new Sql("folder.again", "select from topic where id = $1 and once = $2");
  private static final Sql WRITE =
      new Sql(
          "folder.write",
          """
          insert into topic_version (topic, number, keyword_sw, keyword_en, title_sw, title_en,
            confidence, sensitive, never_sms, review_by, verify, sources, pages_sw, pages_en,
            author, at)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
          """);
  private static final Sql TOUCH =
      new Sql(
          "folder.touch", "update topic set version = version + 1 where id = $1 and version = $2");
  private static final Sql SHOW =
      new Sql(
          "folder.show",
          """
          update topic set version = version + 1, shown = nullif($3::bigint, 0)
          where id = $1 and version = $2
          """);
  private static final Sql MOVE =
      new Sql(
          "folder.move",
          """
          update topic set version = version + 1, position = $3
          where id = $1 and version = $2
          """);

  private final Database database;
  private final PgAudit audit;

  public PgFolders(Database database) {
    this.database = database;
    this.audit = new PgAudit(database);
  }

  private static Sql folders(String name, String which) {
    return new Sql(
        name,
        """
        select topic.id, topic.position, topic.version, coalesce(topic.shown, 0) as shown,
          latest.number, latest.keyword_sw, latest.keyword_en, latest.title_sw, latest.title_en,
          latest.confidence, latest.sensitive, latest.never_sms, latest.review_by, latest.verify,
          latest.sources, latest.pages_sw, latest.pages_en, latest.author, latest.at
        from topic join lateral (
          select * from topic_version where topic = topic.id order by number desc limit 1
        ) latest on true
        """
            + which);
  }

  @Override
  public Optional<Folder> find(String id) {
    return database.first(FIND, PgFolders::folder, id);
  }

  @Override
  public List<Folder> page(Search search, int limit) {
    return database.list(
        PAGE,
        PgFolders::folder,
        search.position(),
        search.id(),
        search.dueBy(),
        search.shown(),
        limit);
  }

  @Override
  public Optional<Edition> edition(String id, long number) {
    return database.first(EDITION, PgFolders::edition, id, number);
  }

  @Override
  public List<Edition> editions(String id, long before, int limit) {
    return database.list(EDITIONS, PgFolders::edition, id, before, limit);
  }

  @Override
  public boolean add(Edition first, int position, UUID once, AuditEntry entry) {
    var id = first.topic().id();
    return done(
            entry,
            transaction -> {
              var isNew = transaction.change(ADD, id, position, once) == 1;
              if (isNew) {
                write(transaction, first);
              }
              return isNew;
            })
        || database.first(AGAIN, _ -> true, id, once).isPresent();
  }

  @Override
  public boolean revise(Edition next, long seen, AuditEntry entry) {
    return done(
        entry,
        transaction -> {
          var stands = transaction.change(TOUCH, next.topic().id(), seen) == 1;
          if (stands) {
            write(transaction, next);
          }
          return stands;
        });
  }

  @Override
  public boolean show(String id, long number, long seen, AuditEntry entry) {
    return done(entry, transaction -> transaction.change(SHOW, id, seen, number) == 1);
  }

  @Override
  public boolean move(String id, int position, long seen, AuditEntry entry) {
    return done(entry, transaction -> transaction.change(MOVE, id, seen, position) == 1);
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

  private static void write(Transaction transaction, Edition edition) {
    var values = new ArrayList<@Nullable Object>();
    values.add(edition.topic().id());
    values.add(edition.number());
    values.addAll(PgTopics.columns(edition.topic()));
    values.add(edition.author());
    values.add(edition.at().atOffset(ZoneOffset.UTC));
    transaction.run(WRITE, values.toArray());
  }

  private static Folder folder(Row row) {
    return new Folder(
        row.getInteger("position"), edition(row), row.getLong("shown"), row.getLong("version"));
  }

  private static Edition edition(Row row) {
    return new Edition(
        row.getLong("number"),
        PgTopics.topic(row),
        row.getString("author"),
        row.getOffsetDateTime("at").toInstant());
  }
}
