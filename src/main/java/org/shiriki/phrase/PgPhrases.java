package org.shiriki.phrase;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.shiriki.dialogue.Text;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.pg.SqlFailure;
import org.shiriki.pg.Transaction;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.PgAudit;

/// Keeps words that are ready in PostgreSQL.
public final class PgPhrases implements Phrases {
  private static final Sql ALL = new Sql("phrase.all", "select * from phrase order by title");
  private static final Sql FIND = new Sql("phrase.find", "select * from phrase where id = $1");
  private static final Sql ADD =
      new Sql(
          "phrase.add",
          """
          insert into phrase (id, title, text_sw, text_en) values ($1, $2, $3, $4)
          on conflict (id) do nothing
          """);
  private static final Sql CHANGE =
      new Sql(
          "phrase.change",
          """
          update phrase set title = $3, text_sw = $4, text_en = $5, version = version + 1
          where id = $1 and version = $2
          """);
  private static final Sql REMOVE =
      new Sql("phrase.remove", "delete from phrase where id = $1 and version = $2");

  private final Database database;
  private final PgAudit audit;

  public PgPhrases(Database database) {
    this.database = database;
    this.audit = new PgAudit(database);
  }

  @Override
  public List<Phrase> all() {
    return database.list(ALL, PgPhrases::phrase);
  }

  @Override
  public Optional<Phrase> find(UUID id) {
    return database.first(FIND, PgPhrases::phrase, id);
  }

  @Override
  public Outcome add(Phrase phrase, AuditEntry entry) {
    var text = phrase.text();
    return told(
        entry,
        transaction ->
            transaction.run(ADD, phrase.id(), phrase.title(), text.sw(), text.en()).rowCount() == 1,
        Outcome.DONE);
  }

  @Override
  public Outcome change(Phrase phrase, AuditEntry entry) {
    var text = phrase.text();
    return told(
        entry,
        transaction ->
            transaction
                    .run(
                        CHANGE, phrase.id(), phrase.version(), phrase.title(), text.sw(), text.en())
                    .rowCount()
                == 1,
        absent(phrase.id()));
  }

  @Override
  public Outcome remove(UUID id, long version, AuditEntry entry) {
    return told(
        entry, transaction -> transaction.run(REMOVE, id, version).rowCount() == 1, absent(id));
  }

  private Outcome absent(UUID id) {
    return find(id).isPresent() ? Outcome.STALE : Outcome.MISSING;
  }

  /// Does it and writes it down, or says why it was not done.
  private Outcome told(AuditEntry entry, Function<Transaction, Boolean> act, Outcome otherwise) {
    try {
      return database.transaction(transaction -> {
        if (!act.apply(transaction)) {
          return otherwise;
        }
        audit.add(transaction, entry);
        return Outcome.DONE;
      });
    } catch (SqlFailure failure) {
      if (failure.isDuplicateOf("phrase_title_key")) {
        return Outcome.TAKEN;
      }
      throw failure;
    }
  }

  private static Phrase phrase(Row row) {
    return new Phrase(
        row.getUUID("id"),
        row.getString("title"),
        Text.of(row.getString("text_sw"), row.getString("text_en")),
        row.getLong("version"));
  }
}
