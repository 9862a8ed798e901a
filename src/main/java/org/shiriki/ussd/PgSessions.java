package org.shiriki.ussd;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.ScreenJson;
import org.shiriki.pg.Database;
import org.shiriki.pg.GroupCommit;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;
import org.shiriki.upkeep.Keepsake;
import org.shiriki.upkeep.SealedColumn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps sessions in PostgreSQL, one row a turn, sealed; those of this node in Caffeine as well.
public final class PgSessions implements Sessions {
  /// Turns, of which [#sweep] lets go earlier where `ussd.keep-hours` is shorter.
  public static final Keepsake TURNS =
      new Keepsake(
          "ussd-turns",
          "ussd_turn",
          "at < $1",
          "array['citizen/' || citizen_key]",
          "delete from ussd_turn");

  public static final SealedColumn WORDS =
      new SealedColumn("ussd_turn", "sealed", "'ussd/' || session_id");

  private static final Logger LOG = LoggerFactory.getLogger(PgSessions.class);
  private static final int BATCH = 256;
  private static final int QUEUE = 20_000;

  private static final Sql KEEP =
      new Sql(
          "ussd.keep",
          """
          with turn as (
            insert into ussd_turn (session_id, text_length, citizen_key, at, open, brief, sealed)
            select * from unnest($1::text[], $2::int[], $3::text[], $4::timestamptz[], $5::bool[],
              $6::bool[], $7::bytea[]) order by 1, 2
            on conflict (session_id, text_length) do update set brief = ussd_turn.brief
            returning session_id, text_length, citizen_key, at, open, brief, sealed,
              xmax <> 0 as earlier)
          select * from turn where earlier
          """);
  private static final Sql AMEND =
      new Sql(
          "ussd.amend",
          """
          update ussd_turn set open = $3, sealed = $4 where session_id = $1 and text_length = $2
          """);
  private static final Sql KEPT =
      new Sql(
          "ussd.session",
          """
          select session_id, citizen_key, at, open, brief, sealed from ussd_turn
          where session_id = $1 order by text_length
          """);
  private static final Sql LATEST =
      new Sql(
          "ussd.latest",
          """
          select session_id, citizen_key, at, open, brief, sealed from ussd_turn
          where citizen_key = $1 and at > $2 order by at desc, text_length desc limit 1
          """);
  private static final Sql FORGET =
      new Sql("ussd.forget", "delete from ussd_turn where citizen_key = $1");
  private static final Sql SWEEP =
      new Sql(
          "ussd.sweep",
          """
          delete from ussd_turn where (session_id, text_length) in
            (select session_id, text_length from ussd_turn where at < $1 limit 5000)
          """);
  private static final Sql SWEEP_BRIEF =
      new Sql(
          "ussd.sweep_brief",
          """
          delete from ussd_turn where session_id in
            (select session_id from ussd_turn where brief and at < $1 limit 5000)
          """);

  private final Database database;
  private final PgTurns rows;
  private final Cache<SessionId, Session> near;
  private final GroupCommit<Sealed> writer;

  /// A turn as it goes into the table. It is sealed before it queues, so that one that cannot be
  /// fails for its own person and not for those who are written with it.
  ///
  /// @param earlier the row that was there before it, once it is known that there was one
  private record Sealed(Session turn, Buffer content, AtomicReference<@Nullable Row> earlier) {
    private Place place() {
      return new Place(turn.id().text(), turn.text().length());
    }
  }

  /// A row's key.
  private record Place(String session, int length) {}

  public PgSessions(
      Vertx vertx,
      Database database,
      Vault vault,
      ScreenJson json,
      UssdLimits limits,
      UssdMeters counts,
      MeterRegistry meters) {
    this.database = database;
    this.rows = new PgTurns(vault, json);
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
      session = rows.after(session, turn);
    }
    return Optional.ofNullable(session);
  }

  @Override
  public Optional<Session> latest(PhoneKey phone, Instant since) {
    return database
        .first(LATEST, row -> row, phone.text(), since.atOffset(ZoneOffset.UTC))
        .map(row -> rows.after(null, row));
  }

  @Override
  public Session commit(Session session) {
    var sealed = sealed(session);
    try {
      writer.add(sealed).await();
    } catch (Exception failure) {
      near.invalidate(session.id());
      throw new NotKept(failure);
    }
    var earlier = sealed.earlier().get();
    var first = earlier == null ? null : rows.after(null, earlier);
    var kept = first == null ? session : session.asKept(first);
    near.put(session.id(), kept);
    return kept;
  }

  /// The turn goes in first, if it still waits to be written.
  @Override
  public void amend(Session session) {
    near.put(session.id(), session);
    var sealed = sealed(session);
    writer.add(sealed).await();
    database.run(
        AMEND,
        session.id().text(),
        session.text().length(),
        session.answer().open(),
        sealed.content());
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

  /// The empty turn goes in behind all that this node has yet to write, so that nothing of the
  /// person is written after the rows are gone.
  @Override
  public void forget(Session last) {
    near.put(last.id(), last);
    writer.add(sealed(last.emptied())).await();
    database.run(FORGET, last.phone().text());
  }

  /// Removes turns from before an instant, some thousands at a time.
  public void sweep(Instant before) {
    while (database.change(SWEEP, before.atOffset(ZoneOffset.UTC)) > 0) {
      LOG.atInfo().log("Old turns removed");
    }
  }

  /// Removes sessions in which something was said that stays private, and which were over at an
  /// instant.
  public void sweepBrief(Instant over) {
    database.change(SWEEP_BRIEF, over.atOffset(ZoneOffset.UTC));
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

  private Sealed sealed(Session turn) {
    return new Sealed(turn, rows.seal(turn), new AtomicReference<>());
  }

  /// Writes turns, of which each text of a session goes in once.
  private Future<Void> write(List<Sealed> queued) {
    var first = new LinkedHashMap<Place, Sealed>();
    queued.forEach(turn -> first.putIfAbsent(turn.place(), turn));
    var turns = List.copyOf(first.values());
    var count = turns.size();
    var ids = new String[count];
    var lengths = new Integer[count];
    var phones = new String[count];
    var times = new OffsetDateTime[count];
    var open = new Boolean[count];
    var brief = new Boolean[count];
    var sealed = new Buffer[count];
    for (var at = 0; at < count; at++) {
      var turn = turns.get(at).turn();
      ids[at] = turn.id().text();
      lengths[at] = turn.text().length();
      phones[at] = turn.phone().text();
      times[at] = turn.at().atOffset(ZoneOffset.UTC);
      open[at] = turn.answer().open();
      brief[at] = turn.brief();
      sealed[at] = turns.get(at).content();
    }
    return database
        .send(KEEP, ids, lengths, phones, times, open, brief, sealed)
        .onSuccess(rows -> rows.forEach(row -> tell(first, row)))
        .<Void>mapEmpty()
        .onFailure(failure ->
            LOG.atError()
                .addKeyValue("turns", count)
                .setCause(failure)
                .log("Turns could not be kept"));
  }

  private static void tell(Map<Place, Sealed> turns, Row earlier) {
    var place = new Place(earlier.getString("session_id"), earlier.getInteger("text_length"));
    var turn = turns.get(place);
    if (turn != null) {
      turn.earlier().set(earlier);
    }
  }
}
