package org.shiriki.sms;

import org.shiriki.pg.Sql;

/// The statements that let messages go: what can have changed since they were queued is looked at
/// here, and nowhere else before they leave.
final class BeginSql {
  static final Sql PROMPT =
      new Sql(
          "dispatch.begin",
          """
          with mine as (
            select outbox.citizen_key, outbox.once, given.mark, lane, purpose, queued_at,
              row_number() over (partition by outbox.citizen_key order by queued_at, outbox.once) as nth
            from unnest($1::text[], $2::text[], $3::text[]) as given (citizen_key, once, mark)
            join outbox on outbox.citizen_key = given.citizen_key and outbox.once = given.once
            where state = 'QUEUED' and lease = $4),
          judged as (
            select citizen_key, once, case
              when queued_at < case purpose when 'REMINDER' then $10::timestamptz else $5 end then 'EXPIRED'
              when purpose = 'REMINDER' and (
                exists (
                  select from ussd_turn as turn
                  where turn.citizen_key = mine.citizen_key and turn.at > mine.queued_at)
                or exists (
                  select from sms_in as letter
                  where letter.citizen_key = mine.citizen_key
                    and letter.received_at > mine.queued_at))
                then 'CAME_BACK'
              when purpose <> 'ANSWER'
                and exists (select from suppression where suppression.mark = mine.mark) then 'OPTED_OUT'
              when lane <> 'REPLY' and not exists (
                select from consent
                where consent.citizen_key = mine.citizen_key and withdrawn_at is null)
                then 'NO_CONSENT'
              when lane = 'REPLY' and nth + (
                select count(*) from outbox as sent
                where sent.citizen_key = mine.citizen_key and sent.lane = 'REPLY'
                  and sent.begun_at >= $6) > $7 then 'BUDGET'
              else 'SENDING' end as fate
            from mine)
          update outbox set
            state = case when fate in ('SENDING', 'EXPIRED') then fate else 'SKIPPED' end,
            reason = case when fate in ('SENDING', 'EXPIRED') then '' else fate end,
            begun_at = case when fate = 'SENDING' then $8::timestamptz end,
            settled_at = case when fate <> 'SENDING' then $8::timestamptz end,
            due_at = $9
          from judged
          where outbox.citizen_key = judged.citizen_key and outbox.once = judged.once
            and state = 'QUEUED' and lease = $4 and due_at > $8
          returning outbox.citizen_key, outbox.once, state
          """);

  /// The row that [#BULK] adds the day's parts up in.
  static final Sql OPEN_DAY =
      new Sql(
          "dispatch.open_day",
          "insert into bulk_day (day) select $1 where not exists (select from bulk_day where day = $1) on conflict do nothing");

  /// Messages for many people. The day's row is locked first, so that all nodes together never pass
  /// the day's limit; what would is put off to the next day. What is held waits in the queue.
  static final Sql BULK =
      new Sql(
          "dispatch.begin_bulk",
          """
          with today as (
            select segments as spent from bulk_day where day = $10 for update),
          mine as (
            select outbox.citizen_key, outbox.once, given.mark, outbox.purpose, outbox.queued_at,
              broadcast.state as life,
              sum(outbox.segments) over (order by outbox.citizen_key, outbox.once) as running
            from unnest($1::text[], $2::text[], $3::text[]) as given (citizen_key, once, mark)
            join outbox on outbox.citizen_key = given.citizen_key and outbox.once = given.once
            left join broadcast on outbox.broadcast > 0 and broadcast.id = outbox.broadcast
            where outbox.state = 'QUEUED' and lease = $4),
          judged as (
            select citizen_key, once, case
              when life = 'CANCELLED' then 'CANCELLED'
              when life <> 'SENDING' or exists (select from broadcast_stop) then 'HELD'
              when queued_at < $5 then 'EXPIRED'
              when suppression.why = 'BLOCKED' then 'BLOCKED'
              when suppression.why is not null then 'OPTED_OUT'
              when not exists (
                select from consent
                where consent.citizen_key = mine.citizen_key and withdrawn_at is null)
                then 'NO_CONSENT'
              when purpose in ('ALERT', 'EDUCATION', 'POLITICAL') and (
                select count(*) from outbox as sent
                where sent.citizen_key = mine.citizen_key and sent.lane = 'BROADCAST'
                  and sent.purpose in ('ALERT', 'EDUCATION', 'POLITICAL')
                  and sent.begun_at >= $6) >= $7 then 'CAP'
              when purpose <> 'EMERGENCY' and spent + running > $11 then 'TOMORROW'
              else 'SENDING' end as fate
            from mine cross join today left join suppression on suppression.mark = mine.mark),
          learnt as (
            update citizen set muted = fate from judged
            where citizen.citizen_key = judged.citizen_key and fate in ('OPTED_OUT', 'BLOCKED')),
          begun as (
            update outbox set
              state = case when fate in ('SENDING', 'EXPIRED', 'CANCELLED') then fate
                when fate in ('HELD', 'TOMORROW') then 'QUEUED' else 'SKIPPED' end,
              reason = case
                when fate in ('SENDING', 'EXPIRED', 'CANCELLED', 'HELD', 'TOMORROW') then ''
                else fate end,
              begun_at = case when fate = 'SENDING' then $8::timestamptz end,
              settled_at = case
                when fate not in ('SENDING', 'HELD', 'TOMORROW') then $8::timestamptz end,
              lease = case when fate in ('HELD', 'TOMORROW') then '' else lease end,
              due_at = case fate when 'HELD' then $8::timestamptz when 'TOMORROW' then $12::timestamptz
                else $9::timestamptz end
            from judged
            where outbox.citizen_key = judged.citizen_key and outbox.once = judged.once
              and state = 'QUEUED' and lease = $4 and due_at > $8
            returning outbox.citizen_key, outbox.once, state, outbox.segments),
          added as (
            update bulk_day set segments = bulk_day.segments
              + coalesce((select sum(segments) from begun where state = 'SENDING'), 0)
            where day = $10)
          select citizen_key, once, state from begun
          """);

  private BeginSql() {}
}
