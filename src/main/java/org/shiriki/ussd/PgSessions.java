package org.shiriki.ussd;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Conversation;
import org.shiriki.dialogue.ScreenJson;
import org.shiriki.pg.Database;
import org.shiriki.pg.GroupCommit;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.KeyFailure;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;
import org.shiriki.ussd.Session.Said;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps sessions in PostgreSQL, one row a turn, sealed; those of this node in Caffeine as well.
public final class PgSessions implements Sessions {
  private static final Logger LOG = LoggerFactory.getLogger(PgSessions.class);
  private static final int BATCH = 256;
  private static final int QUEUE = 20_000;

  private static final Sql KEEP =
      new Sql(
          "ussd.keep",
          """
          insert into ussd_turn (session_id, text_length, citizen_key, at, open, sealed)
          select * from unnest($1::text[], $2::int[], $3::text[], $4::timestamptz[], $5::bool[], $6::bytea[])
          on conflict (session_id, text_length) do nothing
          """);
  private static final Sql KEPT =
      new Sql(
          "ussd.session",
          """
          select session_id, citizen_key, at, open, sealed from ussd_turn
          where session_id = $1 order by text_length
          """);
  private static final Sql LATEST =
      new Sql(
          "ussd.latest",
          """
          select session_id, citizen_key, at, open, sealed from ussd_turn
          where citizen_key = $1 and at > $2 order by at desc, text_length desc limit 1
          """);
  private static final Sql SWEEP =
      new Sql(
          "ussd.sweep",
          """
          delete from ussd_turn where (session_id, text_length) in
            (select session_id, text_length from ussd_turn where at < $1 limit 5000)
          """);

  private final Database database;
  private final Vault vault;
  private final ScreenJson json;
  private final Cache<SessionId, Session> near;
  private final GroupCommit<Sealed> writer;

  /// A turn as it goes into the table. It is sealed before it queues, so that one that cannot be
  /// fails for its own person and not for those who are written with it.
  private record Sealed(Session turn, Buffer content) {}

  /// What is sealed of a turn.
  private record Content(
      @JsonProperty("code") String code,
      @JsonProperty("begun") Instant begun,
      @JsonProperty("text") String text,
      @JsonProperty("conversation") Conversation conversation,
      @JsonProperty("answer") String answer) {
    @Override
    public String toString() {
      return "Content[hidden]";
    }
  }

  public PgSessions(
      Vertx vertx,
      Database database,
      Vault vault,
      ScreenJson json,
      UssdLimits limits,
      UssdMeters counts,
      MeterRegistry meters) {
    this.database = database;
    this.vault = vault;
    this.json = json;
    this.near =
        Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterWrite(limits.idle())
            .scheduler(Scheduler.systemScheduler())
            .evictionListener(
                (@Nullable SessionId _, @Nullable Session session, RemovalCause cause) -> {
                  if (cause == RemovalCause.EXPIRED && session != null && session.answer().open()) {
                    counts.session(UssdMeters.Fate.DROPPED);
                  }
                })
            .build();
    this.writer = new GroupCommit<>(vertx, "ussd.turns", BATCH, QUEUE, this::write, meters);
  }

  @Override
  public Optional<Session> near(SessionId id) {
    return Optional.ofNullable(near.getIfPresent(id));
  }

  @Override
  public Optional<Session> kept(SessionId id) {
    var turns = database.list(KEPT, row -> row, id.text());
    Session session = null;
    for (var turn : turns) {
      session = after(session, turn);
    }
    return Optional.ofNullable(session);
  }

  @Override
  public Optional<Session> latest(PhoneKey phone, Instant since) {
    return database
        .first(LATEST, row -> row, phone.text(), since.atOffset(ZoneOffset.UTC))
        .map(row -> after(null, row));
  }

  @Override
  public void commit(Session session) {
    try {
      writer.add(sealed(session)).await();
    } catch (Exception failure) {
      near.invalidate(session.id());
      throw new NotKept(failure);
    }
    near.put(session.id(), session);
  }

  @Override
  public void note(Session session) {
    var sealed = sealed(session);
    near.put(session.id(), session);
    writer.add(sealed);
  }

  @Override
  public Optional<Session> over(SessionId id) {
    return Optional.ofNullable(near.asMap().remove(id));
  }

  /// Removes turns from before an instant, some thousands at a time.
  public void sweep(Instant before) {
    while (database.change(SWEEP, before.atOffset(ZoneOffset.UTC)) > 0) {
      LOG.atInfo().log("Old turns removed");
    }
  }

  /// Writes what still waits.
  public void close() {
    writer.close().timeout(5, TimeUnit.SECONDS).await();
  }

  /// A turn that could not be committed.
  public static final class NotKept extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotKept(Throwable cause) {
      super("A turn could not be committed", cause);
    }
  }

  private @Nullable Session after(@Nullable Session before, Row row) {
    var id = new SessionId(row.getString("session_id"));
    return opened(id, row)
        .flatMap(opened -> json.read(opened, Content.class))
        .map(content -> session(id, row, content, before))
        .orElse(before);
  }

  /// What was sealed; nothing if its key has been taken away since.
  private Optional<String> opened(SessionId id, Row row) {
    try {
      return Optional.of(vault.open(row.getBuffer("sealed").getBytes(), place(id)));
    } catch (KeyFailure failure) {
      LOG.atWarn()
          .addKeyValue("session", id.text())
          .setCause(failure)
          .log("A kept turn cannot be opened; its session begins anew");
      return Optional.empty();
    }
  }

  private static Session session(SessionId id, Row row, Content content, @Nullable Session before) {
    var earlier = new ArrayList<Said>();
    if (before != null) {
      earlier.addAll(before.earlier());
      earlier.add(new Said(before.text().length(), before.answer()));
    }
    return new Session(
        id,
        new PhoneKey(row.getString("citizen_key")),
        content.code,
        content.begun,
        row.getOffsetDateTime("at").toInstant(),
        content.text,
        content.conversation,
        new Answer(content.answer, row.getBoolean("open")),
        earlier);
  }

  private Sealed sealed(Session turn) {
    var content = vault.seal(json.write(content(turn)), place(turn.id()));
    return new Sealed(turn, Buffer.buffer(content));
  }

  private Future<Void> write(List<Sealed> turns) {
    var count = turns.size();
    var ids = new String[count];
    var lengths = new Integer[count];
    var phones = new String[count];
    var times = new OffsetDateTime[count];
    var open = new Boolean[count];
    var sealed = new Buffer[count];
    for (var at = 0; at < count; at++) {
      var turn = turns.get(at).turn();
      ids[at] = turn.id().text();
      lengths[at] = turn.text().length();
      phones[at] = turn.phone().text();
      times[at] = turn.at().atOffset(ZoneOffset.UTC);
      open[at] = turn.answer().open();
      sealed[at] = turns.get(at).content();
    }
    return database
        .send(KEEP, ids, lengths, phones, times, open, sealed)
        .<Void>mapEmpty()
        .onFailure(failure ->
            LOG.atError()
                .addKeyValue("turns", count)
                .setCause(failure)
                .log("Turns could not be kept"));
  }

  private static Content content(Session turn) {
    return new Content(
        turn.code(), turn.begun(), turn.text(), turn.conversation(), turn.answer().text());
  }

  private static String place(SessionId id) {
    return "ussd/" + id.text();
  }
}
