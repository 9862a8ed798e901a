package org.shiriki.sms;

import org.shiriki.pg.Sql;

/// The statements that take messages in hand and keep what became of them; those that let them go
/// are in [BeginSql].
final class DispatchSql {
  static final Sql CLAIM =
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
            left join lateral (
              select language, text, text ~ '[{](jina|name)[}]' as called
              from broadcast_wording as wording
              where wording.broadcast = due.broadcast and wording.number = due.wording) as said
              on true
            left join citizen on due.shared and citizen.citizen_key = due.citizen_key
          where outbox.citizen_key = due.citizen_key and outbox.once = due.once
          returning outbox.citizen_key, outbox.once, coalesce(outbox.phone, citizen.phone) as phone,
            due.shared, purpose, sender, coalesce(said.text, outbox.text) as text,
            outbox.segments, queued_at, case when called then said.language end as called_in,
            case when called then citizen.name end as name
          """);

  static final Sql SETTLE =
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

  static final Sql UNREADABLE =
      new Sql(
          "dispatch.unreadable",
          """
          update outbox set state = 'FAILED', reason = 'UNREADABLE', settled_at = $2
          where lease = $1 and state = 'QUEUED' and (citizen_key, once) in (
            select * from unnest($3::text[], $4::text[]))
          """);

  static final Sql PUT_BACK =
      new Sql(
          "dispatch.put_back",
          """
          update outbox set state = 'QUEUED', lease = '', begun_at = null, due_at = $2
          from unnest($3::text[], $4::text[]) as given (citizen_key, once)
          where outbox.citizen_key = given.citizen_key and outbox.once = given.once
            and lease = $1 and state in ('QUEUED', 'SENDING')
          """);

  static final Sql ABANDON =
      new Sql(
          "dispatch.abandon",
          """
          update outbox set state = 'UNKNOWN', reason = 'LEASE', settled_at = $1
          where (citizen_key, once) in (
            select citizen_key, once from outbox where state = 'SENDING' and due_at <= $1
            limit 10000 for update skip locked)
          """);

  static final Sql WAITING =
      new Sql(
          "dispatch.waiting",
          """
          select lane, count(*) as messages,
            coalesce(extract(epoch from $1 - min(queued_at) filter (where due_at <= $1)), 0)::float8
              as oldest
          from outbox where state = 'QUEUED' group by lane
          """);

  private DispatchSql() {}
}
