package org.shiriki.broadcast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shiriki.broadcast.Answer.Why;
import org.shiriki.dialogue.Text;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.sms.Purpose;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.PgAudit;

/// Keeps broadcasts in PostgreSQL: a statement a step, which decides by what it finds, and its line
/// of the audit.
public final class PgBroadcasts implements Broadcasts {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// How long after its end something may still come back from a carrier's hands.
  private static final Duration COMES_BACK = Duration.ofDays(1);

  private static final Actor HOUSE = new Actor("broadcast", false);

  private final Database database;
  private final Database bulk;
  private final PgAudit audit;
  private final boolean political;
  private final InstantSource clock;

  /// @param bulk has time for statements over a whole audience
  /// @param political whether the house sends political texts
  public PgBroadcasts(Database database, Database bulk, boolean political, InstantSource clock) {
    this.database = database;
    this.bulk = bulk;
    this.audit = new PgAudit(database);
    this.political = political;
    this.clock = clock;
  }

  @Override
  public long draft(UUID once, Draft draft, List<String> counties, Actor author) {
    return database.transaction(transaction -> {
      var values = new ArrayList<@Nullable Object>();
      values.add(author.account());
      values.addAll(columns(draft, counties));
      values.add(once);
      var made = transaction.first(BroadcastSql.DRAFT, Made::of, values.toArray()).orElseThrow();
      if (made.fresh()) {
        audit.add(transaction, entry(author, "broadcast.drafted", made.id()));
      }
      return made.id();
    });
  }

  private record Made(long id, boolean fresh) {
    static Made of(Row row) {
      return new Made(row.getLong("id"), row.getBoolean("fresh"));
    }
  }

  @Override
  public Answer revise(long id, long version, Draft draft, List<String> counties, Actor actor) {
    var values = new ArrayList<@Nullable Object>();
    values.add(actor.account());
    values.addAll(columns(draft, counties));
    values.add(version);
    return take(BroadcastSql.REVISE, "broadcast.revised", actor, id, values.toArray());
  }

  @Override
  public Answer submit(long id, Actor actor) {
    var now = clock.instant();
    var values = new Object[] {political, at(now), at(now.plus(Broadcast.POLITICAL_NOTICE))};
    return take(BroadcastSql.SUBMIT, "broadcast.submitted", actor, id, values);
  }

  @Override
  public Answer vet(long id, Vetting vetting, Actor actor) {
    var values = new Object[] {vetting.operator(), vetting.agreed(), vetting.evidence()};
    return take(BroadcastSql.VET, "broadcast.vetted", actor, id, values);
  }

  @Override
  public Answer approve(long id, Actor actor) {
    return take(
        BroadcastSql.APPROVE, "broadcast.approved", actor, id, actor.account(), actor.director());
  }

  @Override
  public Answer reject(long id, String why, Actor actor) {
    return take(BroadcastSql.REJECT, "broadcast.rejected", actor, id, why, at(clock.instant()));
  }

  @Override
  public Answer pause(long id, Actor actor) {
    return take(BroadcastSql.PAUSE, "broadcast.paused", actor, id);
  }

  @Override
  public Answer resume(long id, Actor actor) {
    return take(BroadcastSql.RESUME, "broadcast.resumed", actor, id);
  }

  /// From here on nothing more is begun; the rows follow at once, and if they do not, [#tidy] sees
  /// to them.
  @Override
  public Answer cancel(long id, Actor actor) {
    var now = at(clock.instant());
    var answer = take(BroadcastSql.CANCEL, "broadcast.cancelled", actor, id, now);
    if (answer instanceof Answer.Done) {
      takeBack();
    }
    return answer;
  }

  private void takeBack() {
    var now = clock.instant();
    bulk.run(BroadcastSql.TAKE_BACK, at(now), at(now.minus(COMES_BACK)));
  }

  private Answer take(Sql step, String action, Actor actor, long id, @Nullable Object... more) {
    return database.transaction(transaction -> {
      var values = new ArrayList<@Nullable Object>();
      values.add(id);
      values.addAll(Arrays.asList(more));
      var why =
          transaction
              .first(step, row -> row.getString("why"), values.toArray())
              .orElse(Why.MISSING.name());
      if (!why.isEmpty()) {
        return new Answer.Refused(Why.valueOf(why));
      }
      audit.add(transaction, entry(actor, action, id));
      return new Answer.Done();
    });
  }

  @Override
  public void halt(Actor actor) {
    database.transaction(transaction -> {
      var now = at(clock.instant());
      if (transaction.change(BroadcastSql.HALT, actor.account(), now) == 1) {
        audit.add(transaction, entry(actor, "broadcasts.halted", 0));
      }
      return now;
    });
  }

  @Override
  public void release(Actor actor) {
    database.transaction(transaction -> {
      if (transaction.change(BroadcastSql.RELEASE) == 1) {
        audit.add(transaction, entry(actor, "broadcasts.released", 0));
      }
      return actor;
    });
  }

  @Override
  public Optional<Stop> stop() {
    return database.first(
        BroadcastSql.STOP,
        row -> new Stop(row.getString("actor"), row.getOffsetDateTime("since").toInstant()));
  }

  @Override
  public Optional<Broadcast> find(long id) {
    return database.first(BroadcastSql.FIND, PgBroadcasts::broadcast, id);
  }

  @Override
  public List<Broadcast> list(Filter filter, int limit) {
    return database.list(
        BroadcastSql.LIST,
        PgBroadcasts::broadcast,
        filter.before(),
        filter.lives().stream().map(Broadcast.Life::name).toArray(String[]::new),
        filter.counties().toArray(String[]::new),
        limit);
  }

  @Override
  public List<Broadcast> due() {
    return database.list(BroadcastSql.DUE, PgBroadcasts::broadcast, at(clock.instant()));
  }

  @Override
  public void tidy() {
    takeBack();
    database.transaction(transaction -> {
      var ended =
          transaction.list(BroadcastSql.FINISH, row -> row.getLong("id"), at(clock.instant()));
      ended.forEach(id -> audit.add(transaction, entry(HOUSE, "broadcast.done", id)));
      return ended;
    });
  }

  private AuditEntry entry(Actor actor, String action, long id) {
    return new AuditEntry(
        clock.instant(), actor.account(), action, "broadcast/" + id, "", actor.from());
  }

  private static List<Object> columns(Draft draft, List<String> counties) {
    return List.of(
        draft.purpose().name(),
        draft.text().sw(),
        draft.text().en(),
        json(draft.audience()),
        draft.speaker(),
        draft.reason(),
        at(draft.startsAt()),
        Lint.faults(draft).isEmpty(),
        counties.toArray(String[]::new));
  }

  private static Broadcast broadcast(Row row) {
    var startsAt = row.getOffsetDateTime("starts_at").toInstant();
    var draft =
        new Draft(
            Purpose.valueOf(row.getString("purpose")),
            Text.of(row.getString("text_sw"), row.getString("text_en")),
            audience(row.getJsonObject("audience")),
            startsAt,
            row.getString("reason"),
            row.getString("speaker"));
    return new Broadcast(
        row.getLong("id"),
        draft,
        row.getString("author"),
        Broadcast.Life.valueOf(row.getString("state")),
        startsAt,
        row.getInteger("people"),
        row.getLong("version"));
  }

  private static JsonObject json(Audience audience) {
    try {
      return new JsonObject(JSON.writerFor(Audience.class).writeValueAsString(audience));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("An audience could not be written", failure);
    }
  }

  private static Audience audience(JsonObject json) {
    try {
      return JSON.readValue(json.encode(), Audience.class);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("An audience could not be read", failure);
    }
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
