package org.shiriki.poll;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.pg.Transaction;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.PgAudit;

/// Keeps polls through their lives in PostgreSQL.
public final class PgDossiers implements Dossiers {
  private static final Sql FIND = new Sql("dossier.find", "select * from poll where id = $1");
  private static final Sql PAGE =
      new Sql(
          "dossier.page",
          """
          select * from poll where (opens_at, id) < ($1, $2)
          order by opens_at desc, id desc limit $3::int
          """);
  private static final Sql ADD =
      new Sql(
          "dossier.add",
          """
          insert into poll (id, title_sw, title_en, audience, languages, opens_at, closes_at,
            sponsor, conductor, election_related, questions, stage, author, once)
          select id, title_sw, title_en, audience, languages, opens_at, closes_at, sponsor,
            conductor, election_related, questions, 'DRAFT', $2, $3
          from jsonb_populate_record(null::poll, $1)
          on conflict do nothing
          """);
  private static final Sql AGAIN =
      new Sql("dossier.again", "select from poll where id = $1 and once = $2");
  private static final Sql REPLACE =
      new Sql(
          "dossier.replace",
          """
          update poll set title_sw = next.title_sw, title_en = next.title_en,
            audience = next.audience, languages = next.languages, opens_at = next.opens_at,
            closes_at = next.closes_at, sponsor = next.sponsor, conductor = next.conductor,
            election_related = next.election_related, questions = next.questions, stage = $2,
            author = $3, method = $4, published_at = $5, version = $6
          from jsonb_populate_record(null::poll, $1) next
          where poll.id = next.id and poll.version = $6 - 1
          """);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<Question>> QUESTIONS = new TypeReference<>() {};

  private final Database database;
  private final PgAudit audit;

  public PgDossiers(Database database) {
    this.database = database;
    this.audit = new PgAudit(database);
  }

  @Override
  public Optional<Dossier> find(PollId id) {
    return database.first(FIND, PgDossiers::dossier, id.text());
  }

  @Override
  public List<Dossier> page(Instant opens, String id, int limit) {
    return database.list(PAGE, PgDossiers::dossier, at(opens), id, limit);
  }

  @Override
  public boolean add(Dossier draft, UUID once, AuditEntry entry) {
    var row = json(draft.poll());
    return done(entry, transaction -> transaction.change(ADD, row, draft.author(), once) == 1)
        || database.first(AGAIN, _ -> true, draft.id().text(), once).isPresent();
  }

  @Override
  public boolean replace(Dossier next, AuditEntry entry) {
    var method = next.method();
    var published = next.publishedAt();
    return done(
        entry,
        transaction ->
            transaction.change(
                    REPLACE,
                    json(next.poll()),
                    next.stage().name(),
                    next.author(),
                    method == null ? null : json(method),
                    published == null ? null : at(published),
                    next.version())
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

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  static Dossier dossier(Row row) {
    var published = row.getOffsetDateTime("published_at");
    return new Dossier(
        poll(row),
        Dossier.Stage.valueOf(row.getString("stage")),
        row.getString("author"),
        method(row.getJsonObject("method")),
        published == null ? null : published.toInstant(),
        row.getBoolean("sealed"),
        row.getLong("version"));
  }

  private static Poll poll(Row row) {
    return new Poll(
        new PollId(row.getString("id")),
        Text.of(row.getString("title_sw"), row.getString("title_en")),
        Audience.parse(row.getString("audience")),
        Stream.of(row.getArrayOfStrings("languages"))
            .map(Language::of)
            .collect(Collectors.toUnmodifiableSet()),
        row.getOffsetDateTime("opens_at").toInstant(),
        row.getOffsetDateTime("closes_at").toInstant(),
        row.getString("sponsor"),
        row.getString("conductor"),
        row.getBoolean("election_related"),
        questions(row.getJsonArray("questions")));
  }

  private static List<Question> questions(JsonArray stored) {
    try {
      return JSON.readValue(stored.encode(), QUESTIONS);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("A poll's questions cannot be read", failure);
    }
  }

  private static @Nullable MethodBox method(@Nullable JsonObject stored) {
    try {
      return stored == null ? null : JSON.readValue(stored.encode(), MethodBox.class);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("A poll's method cannot be read", failure);
    }
  }

  static JsonObject json(MethodBox method) {
    return new JsonObject(written(method));
  }

  /// A poll as the record of its row.
  static JsonObject json(Poll poll) {
    return new JsonObject()
        .put("id", poll.id().text())
        .put("title_sw", poll.title().sw())
        .put("title_en", poll.title().en())
        .put("audience", poll.audience().code())
        .put("languages", poll.languages().stream().map(Language::code).toList())
        .put("opens_at", poll.opens().toString())
        .put("closes_at", poll.closes().toString())
        .put("sponsor", poll.sponsor())
        .put("conductor", poll.conductor())
        .put("election_related", poll.electionRelated())
        .put("questions", new JsonArray(written(poll.questions())));
  }

  private static String written(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("A poll cannot be written", failure);
    }
  }
}
