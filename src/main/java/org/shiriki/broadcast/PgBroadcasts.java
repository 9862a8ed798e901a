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
  /// Between handing a political text to the operator and its first message (CCK 2012, CA and NCIC
  /// 2017).
  static final Duration POLITICAL_NOTICE = Duration.ofDays(2);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Sql DRAFT =
      new Sql(
          "broadcast.draft",
          """
          insert into broadcast (author, purpose, text_sw, text_en, audience, speaker, reason,
            starts_at, sound)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
          returning id
          """);
  private static final Sql REVISE =
      step(
          "broadcast.revise",
          "when state <> 'DRAFT' then 'STATE' when author <> $2 then 'NOT_AUTHOR'",
          """
          purpose = $3, text_sw = $4, text_en = $5, audience = $6, speaker = $7, reason = $8,
            starts_at = $9, sound = $10
          """);
  private static final Sql SUBMIT =
      step(
          "broadcast.submit",
          """
          when state <> 'DRAFT' then 'STATE' when not sound then 'FAULTY'
          when purpose = 'POLITICAL' and not $2::bool then 'POLITICAL'
          """,
          """
          state = 'SUBMITTED', submitted_at = $3,
            starts_at = case purpose when 'POLITICAL' then greatest(starts_at, $4::timestamptz)
              else starts_at end
          """);
  private static final Sql VET =
      step(
          "broadcast.vet",
          "when state <> 'SUBMITTED' or purpose <> 'POLITICAL' then 'STATE'",
          "operator = $2, vetted = $3, evidence = $4");
  private static final Sql APPROVE =
      step(
          "broadcast.approve",
          """
          when state <> 'SUBMITTED' then 'STATE' when author = $2 then 'OWN'
          when purpose = 'POLITICAL' and not vetted then 'NOT_VETTED'
          when purpose = 'EMERGENCY' and not $3::bool then 'DIRECTOR'
          """,
          "state = 'APPROVED', approver = $2");
  private static final Sql REJECT =
      step(
          "broadcast.reject",
          "when state <> 'SUBMITTED' then 'STATE'",
          "state = 'REJECTED', reason = $2, ended_at = $3");
  private static final Sql PAUSE =
      step("broadcast.pause", "when state <> 'SENDING' then 'STATE'", "state = 'PAUSED'");
  private static final Sql RESUME =
      step("broadcast.resume", "when state <> 'PAUSED' then 'STATE'", "state = 'SENDING'");
  private static final Sql CANCEL =
      step(
          "broadcast.cancel",
          "when state in ('DONE', 'REJECTED', 'CANCELLED') then 'STATE'",
          "state = 'CANCELLED', ended_at = $2");

  /// Messages in a carrier's hands may come back to the queue: [#tidy] sees to those.
  private static final Sql TAKE_BACK =
      new Sql(
          "broadcast.take_back",
          """
          update outbox set state = 'CANCELLED', settled_at = $1
          where state = 'QUEUED' and broadcast in (
            select id from broadcast where state = 'CANCELLED' and ended_at > $2)
          """);

  private static final Sql FINISH =
      new Sql(
          "broadcast.finish",
          """
          update broadcast set state = 'DONE', ended_at = $1
          where state = 'SENDING' and not exists (
            select from outbox
            where outbox.broadcast = broadcast.id and outbox.state in ('QUEUED', 'SENDING'))
          returning id
          """);
  private static final Sql HALT =
      new Sql(
          "broadcast.halt",
          "insert into broadcast_stop (actor, since) values ($1, $2) on conflict do nothing");
  private static final Sql RELEASE = new Sql("broadcast.release", "delete from broadcast_stop");
  private static final String COLUMNS =
      """
      select id, author, purpose, text_sw, text_en, audience, speaker, reason, starts_at, state,
        people
      from broadcast
      """;
  private static final Sql FIND = new Sql("broadcast.find", COLUMNS + "where id = $1");
  private static final Sql DUE =
      new Sql(
          "broadcast.due",
          COLUMNS + "where state = 'APPROVED' and starts_at <= $1 order by starts_at, id");

  /// How long after its end something may still come back from a carrier's hands.
  private static final Duration COMES_BACK = Duration.ofDays(1);

  private static final String HOUSE = "broadcast";

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

  /// A step in the life of `$1`.
  ///
  /// @param refusals cases that speak against it
  /// @param change what it changes
  private static Sql step(String name, String refusals, String change) {
    return new Sql(
        name,
        """
        with found as (
          select id, case %s else '' end as why from broadcast where id = $1 for update),
        changed as (
          update broadcast set %s from found where broadcast.id = found.id and why = '')
        select why from found
        """
            .formatted(refusals, change));
  }

  @Override
  public long draft(Draft draft, Actor author) {
    return database.transaction(transaction -> {
      var values = new ArrayList<@Nullable Object>();
      values.add(author.account());
      values.addAll(columns(draft));
      var id = transaction.first(DRAFT, row -> row.getLong("id"), values.toArray()).orElseThrow();
      audit.add(transaction, entry(author.account(), "broadcast.drafted", id));
      return id;
    });
  }

  @Override
  public Answer revise(long id, Draft draft, Actor actor) {
    var values = new ArrayList<@Nullable Object>();
    values.add(actor.account());
    values.addAll(columns(draft));
    return take(database, REVISE, "broadcast.revised", actor, id, values.toArray());
  }

  @Override
  public Answer submit(long id, Actor actor) {
    var now = clock.instant();
    var values = new Object[] {political, at(now), at(now.plus(POLITICAL_NOTICE))};
    return take(database, SUBMIT, "broadcast.submitted", actor, id, values);
  }

  @Override
  public Answer vet(long id, Vetting vetting, Actor actor) {
    var values = new Object[] {vetting.operator(), vetting.agreed(), vetting.evidence()};
    return take(database, VET, "broadcast.vetted", actor, id, values);
  }

  @Override
  public Answer approve(long id, Actor actor) {
    return take(
        database, APPROVE, "broadcast.approved", actor, id, actor.account(), actor.director());
  }

  @Override
  public Answer reject(long id, String why, Actor actor) {
    return take(database, REJECT, "broadcast.rejected", actor, id, why, at(clock.instant()));
  }

  @Override
  public Answer pause(long id, Actor actor) {
    return take(database, PAUSE, "broadcast.paused", actor, id);
  }

  @Override
  public Answer resume(long id, Actor actor) {
    return take(database, RESUME, "broadcast.resumed", actor, id);
  }

  /// From here on nothing more is begun; the rows follow at once, and if they do not, [#tidy] sees
  /// to them.
  @Override
  public Answer cancel(long id, Actor actor) {
    var now = at(clock.instant());
    var answer = take(database, CANCEL, "broadcast.cancelled", actor, id, now);
    if (answer instanceof Answer.Done) {
      takeBack();
    }
    return answer;
  }

  private void takeBack() {
    var now = clock.instant();
    bulk.run(TAKE_BACK, at(now), at(now.minus(COMES_BACK)));
  }

  private Answer take(
      Database through, Sql step, String action, Actor actor, long id, @Nullable Object... more) {
    return through.transaction(transaction -> {
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
      audit.add(transaction, entry(actor.account(), action, id));
      return new Answer.Done();
    });
  }

  @Override
  public void halt(Actor actor) {
    database.transaction(transaction -> {
      var now = at(clock.instant());
      if (transaction.change(HALT, actor.account(), now) == 1) {
        audit.add(transaction, entry(actor.account(), "broadcasts.halted", 0));
      }
      return now;
    });
  }

  @Override
  public void release(Actor actor) {
    database.transaction(transaction -> {
      if (transaction.change(RELEASE) == 1) {
        audit.add(transaction, entry(actor.account(), "broadcasts.released", 0));
      }
      return actor;
    });
  }

  @Override
  public Optional<Broadcast> find(long id) {
    return database.first(FIND, PgBroadcasts::broadcast, id);
  }

  @Override
  public List<Broadcast> due() {
    return database.list(DUE, PgBroadcasts::broadcast, at(clock.instant()));
  }

  @Override
  public void tidy() {
    takeBack();
    database.transaction(transaction -> {
      var ended = transaction.list(FINISH, row -> row.getLong("id"), at(clock.instant()));
      ended.forEach(id -> audit.add(transaction, entry(HOUSE, "broadcast.done", id)));
      return ended;
    });
  }

  private AuditEntry entry(String actor, String action, long id) {
    return new AuditEntry(clock.instant(), actor, action, "broadcast/" + id, "");
  }

  private static List<Object> columns(Draft draft) {
    return List.of(
        draft.purpose().name(),
        draft.text().sw(),
        draft.text().en(),
        json(draft.audience()),
        draft.speaker(),
        draft.reason(),
        at(draft.startsAt()),
        Lint.faults(draft).isEmpty());
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
        row.getInteger("people"));
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
