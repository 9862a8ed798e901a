package org.shiriki.sms;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.KeyFailure;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;
import org.shiriki.sms.Message.Lane;

/// The way out of the outbox, in PostgreSQL: a statement a step.
public final class PgDispatches implements Dispatches {
  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
  private static final Duration WEEK = Duration.ofDays(7);

  private static final Sql CLAIM =
      new Sql(
          "dispatch.claim",
          """
          with running as (
            select 0::bigint as id, 0 as rank
              where $1 <> 'BROADCAST' or not exists (select from broadcast_stop)
            union all
            select id, case purpose when 'EMERGENCY' then -1 else 1 end from broadcast
              where $1 = 'BROADCAST' and state = 'SENDING'
                and not exists (select from broadcast_stop)),
          due as (
            select mine.* from running cross join lateral (
              select citizen_key, once, broadcast, wording, phone is null as shared from outbox
              where state = 'QUEUED' and lane = $1 and broadcast = running.id and due_at <= $2
              order by due_at, wording limit $3
              for update skip locked) as mine
            order by rank, id limit $3)
          update outbox set lease = $4, due_at = $5
          from due
            left join broadcast_wording as said
              on said.broadcast = due.broadcast and said.number = due.wording
            left join citizen on due.shared and citizen.citizen_key = due.citizen_key
          where outbox.citizen_key = due.citizen_key and outbox.once = due.once
          returning outbox.citizen_key, outbox.once, coalesce(outbox.phone, citizen.phone) as phone,
            due.shared, purpose, sender, coalesce(said.text, outbox.text) as text,
            outbox.segments, queued_at
          """);

  private static final Sql SETTLE =
      new Sql(
          "dispatch.settle",
          """
          with verdict as (
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[],
              $6::text[], $7::text[], $8::text[])
              as given (citizen_key, once, state, reason, detail, message_id, cost, mark)),
          stopped as (
            insert into suppression (mark, why, since)
            select distinct mark, 'BLOCKED', $10::timestamptz from verdict where mark is not null
            on conflict do nothing)
          update outbox set
            state = verdict.state, reason = verdict.reason, detail = verdict.detail,
            message_id = verdict.message_id, cost = verdict.cost,
            lease = case when verdict.state = 'QUEUED' then '' else lease end,
            begun_at = case when verdict.state = 'QUEUED' then null else begun_at end,
            settled_at = case when verdict.state = 'QUEUED' then null else $10::timestamptz end,
            due_at = case when verdict.state = 'QUEUED' then $11::timestamptz else due_at end
          from verdict
          where outbox.citizen_key = verdict.citizen_key and outbox.once = verdict.once
            and lease = $9
            and (outbox.state = 'SENDING'
              or (outbox.state = 'UNKNOWN' and outbox.message_id is null))
          """);

  private static final Sql UNREADABLE =
      new Sql(
          "dispatch.unreadable",
          """
          update outbox set state = 'FAILED', reason = 'UNREADABLE', settled_at = $2
          where lease = $1 and state = 'QUEUED' and (citizen_key, once) in (
            select * from unnest($3::text[], $4::text[]))
          """);

  private static final Sql PUT_BACK =
      new Sql(
          "dispatch.put_back",
          """
          update outbox set state = 'QUEUED', lease = '', begun_at = null, due_at = $2
          from unnest($3::text[], $4::text[]) as given (citizen_key, once)
          where outbox.citizen_key = given.citizen_key and outbox.once = given.once
            and lease = $1 and state in ('QUEUED', 'SENDING')
          """);

  private static final Sql ABANDON =
      new Sql(
          "dispatch.abandon",
          """
          update outbox set state = 'UNKNOWN', reason = 'LEASE', settled_at = $1
          where (citizen_key, once) in (
            select citizen_key, once from outbox where state = 'SENDING' and due_at <= $1
            limit 10000 for update skip locked)
          """);

  private static final Sql WAITING =
      new Sql(
          "dispatch.waiting",
          """
          select lane, count(*) as messages,
            coalesce(extract(epoch from $1 - min(queued_at) filter (where due_at <= $1)), 0)::float8
              as oldest
          from outbox where state = 'QUEUED' group by lane
          """);

  private record Key(String citizen, String once) {}

  private final Database database;
  private final Vault vault;

  public PgDispatches(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  @Override
  public List<Dispatch> claim(Lane lane, int most, Instant now, Instant until) {
    var lease = UUID.randomUUID().toString();
    var claimed = new ArrayList<Dispatch>();
    var unreadable = new ArrayList<Key>();
    for (var row : database.run(CLAIM, lane.name(), at(now), most, lease, at(until))) {
      try {
        claimed.add(dispatch(row, lane, lease));
      } catch (KeyFailure _) {
        unreadable.add(key(row));
      } catch (IllegalArgumentException _) {
        unreadable.add(key(row));
      }
    }
    if (!unreadable.isEmpty()) {
      database.run(
          UNREADABLE,
          lease,
          at(now),
          column(unreadable, Key::citizen),
          column(unreadable, Key::once));
    }
    return List.copyOf(claimed);
  }

  private Dispatch dispatch(Row row, Lane lane, String lease) {
    var key = row.getString("citizen_key");
    return new Dispatch(
        new PhoneKey(key),
        row.getString("once"),
        new Phone(
            vault.open(sealed(row), (row.getBoolean("shared") ? "citizen/" : "outbox/") + key)),
        lane,
        Purpose.valueOf(row.getString("purpose")),
        row.getString("sender"),
        row.getString("text"),
        row.getInteger("segments"),
        row.getOffsetDateTime("queued_at").toInstant(),
        lease);
  }

  /// Without a number there is nothing that could be opened.
  private static byte[] sealed(Row row) {
    return Optional.ofNullable(row.getBuffer("phone"))
        .map(Buffer::getBytes)
        .orElseThrow(() -> new IllegalArgumentException("There is no number"));
  }

  @Override
  public List<Dispatch> begin(List<Dispatch> claimed, Terms terms, Instant now, Instant until) {
    if (claimed.isEmpty()) {
      return List.of();
    }
    var begun = new HashSet<Key>();
    var rows =
        claimed.getFirst().lane() == Lane.BROADCAST
            ? beginBulk(claimed, terms, now, until)
            : beginPrompt(claimed, terms, now, until);
    rows.forEach(row -> {
      if (row.getString("state").equals(State.SENDING.name())) {
        begun.add(key(row));
      }
    });
    return claimed.stream()
        .filter(dispatch -> begun.contains(new Key(dispatch.to().text(), dispatch.once())))
        .toList();
  }

  private RowSet<Row> beginPrompt(List<Dispatch> claimed, Terms terms, Instant now, Instant until) {
    var day = now.atZone(NAIROBI).toLocalDate().atStartOfDay(NAIROBI).toInstant();
    return database.run(
        BeginSql.PROMPT,
        column(claimed, dispatch -> dispatch.to().text()),
        column(claimed, Dispatch::once),
        column(claimed, dispatch -> vault.stopMark(dispatch.to())),
        claimed.getFirst().lease(),
        at(now.minus(terms.oldest())),
        at(day),
        terms.repliesPerDay(),
        at(now),
        at(until));
  }

  private RowSet<Row> beginBulk(List<Dispatch> claimed, Terms terms, Instant now, Instant until) {
    var today = now.atZone(NAIROBI).toLocalDate();
    database.run(BeginSql.OPEN_DAY, today);
    return database.run(
        BeginSql.BULK,
        column(claimed, dispatch -> dispatch.to().text()),
        column(claimed, Dispatch::once),
        column(claimed, dispatch -> vault.stopMark(dispatch.to())),
        claimed.getFirst().lease(),
        at(now.minus(terms.oldest())),
        at(now.minus(WEEK)),
        terms.alertsPerWeek(),
        at(now),
        at(until),
        today,
        terms.segmentsPerDay(),
        at(today.plusDays(1).atStartOfDay(NAIROBI).toInstant()));
  }

  @Override
  public void settle(List<Settled> settled, Instant now, Instant again) {
    if (settled.isEmpty()) {
      return;
    }
    var kept = settled.stream().map(one -> Settlement.of(one, vault)).toList();
    database.run(
        SETTLE,
        column(kept, Settlement::citizen),
        column(kept, Settlement::once),
        column(kept, Settlement::state),
        column(kept, Settlement::reason),
        column(kept, Settlement::detail),
        column(kept, one -> one.messageId().isEmpty() ? null : one.messageId()),
        column(kept, Settlement::cost),
        column(kept, one -> one.stopMark().isEmpty() ? null : one.stopMark()),
        settled.getFirst().dispatch().lease(),
        at(now),
        at(again));
  }

  @Override
  public void putBack(List<Dispatch> claimed, Instant due) {
    if (!claimed.isEmpty()) {
      database.run(
          PUT_BACK,
          claimed.getFirst().lease(),
          at(due),
          column(claimed, dispatch -> dispatch.to().text()),
          column(claimed, Dispatch::once));
    }
  }

  @Override
  public void abandon(Instant now) {
    database.run(ABANDON, at(now));
  }

  @Override
  public List<Waiting> waiting(Instant now) {
    return database.list(
        WAITING,
        row ->
            new Waiting(
                Lane.valueOf(row.getString("lane")),
                row.getLong("messages"),
                Duration.ofMillis((long) (row.getDouble("oldest") * 1000))),
        at(now));
  }

  private static Key key(Row row) {
    return new Key(row.getString("citizen_key"), row.getString("once"));
  }

  private static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
