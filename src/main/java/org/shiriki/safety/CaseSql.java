package org.shiriki.safety;

import org.shiriki.pg.Sql;

/// The statements of [PgCases]. No metric counts them: how often they run tells how many cases
/// there are.
final class CaseSql {
  static final Sql FILE =
      Sql.unmeasured(
          """
          insert into sensitive_case (number, draft, source, ward, filed_on, stage, story, contact, word)
          values ($1, $2, $3, $4, $5, 'RECEIVED', $6, $7, $8)
          on conflict (draft) do update set draft = excluded.draft
          returning number
          """);
  static final Sql COUNT_GROUPS =
      Sql.unmeasured(
          """
          with old as (delete from group_press where day < $4::date - 1),
            pressed as (
              insert into group_press (press, day) values ($1, $4)
              on conflict (press) do nothing
              returning press)
          insert into group_tally (county, month, tally)
          select $2, $3::date, 1 from pressed
          on conflict (county, month) do update set tally = group_tally.tally + 1
          """);
  static final Sql STAGE =
      Sql.unmeasured(
          """
          with tried as (
            update sensitive_case set
              misses = case
                when word = $2 and (missed_at is null or missed_at < $4 or misses < $5) then 0
                when missed_at is null or missed_at < $4 then 1
                else misses + 1 end,
              missed_at = case
                when word = $2 and (missed_at is null or missed_at < $4 or misses < $5) then null
                when missed_at is null or missed_at < $4 then $3::timestamptz
                else missed_at end
            where number = $1 and word is not null
            returning stage, misses)
          select stage from tried where misses = 0
          """);
  static final Sql ASSIGN =
      Sql.unmeasured(
          """
          insert into case_worker (number, worker, since)
          select number, $2, $3::timestamptz from sensitive_case where number = $1
          on conflict (number, worker) do nothing
          """);
  static final Sql ADVANCE =
      Sql.unmeasured(
          """
          update sensitive_case set stage = $3
          where number = $1
            and exists (select from case_worker where number = $1 and worker = $2)
          """);
  static final Sql OPEN =
      Sql.unmeasured(
          """
          with asked as (
            select number, source, ward, filed_on, stage, story, contact,
              story is not null and exists (
                select from case_worker
                where case_worker.number = sensitive_case.number and worker = $2) as granted
            from sensitive_case where number = $1),
          noted as (
            insert into case_view (number, worker, act, reason, granted, at)
            select number, $2, $3, $4, granted, $5::timestamptz from asked
            returning number)
          select number, source, ward, filed_on, stage, granted,
            case when granted then story end as story,
            case when granted then contact end as contact
          from asked join noted using (number)
          """);
  static final Sql FORGET =
      Sql.unmeasured(
          """
          update sensitive_case set story = null, contact = null, stage = 'CLOSED' where number = $1
          """);
  static final Sql BY_WARD =
      Sql.unmeasured(
          """
          select ward as place, count(*) as cases from sensitive_case
          where filed_on >= $1 and filed_on < $2 and story is not null group by ward
          """);
  static final Sql GROUPS =
      Sql.unmeasured(
          """
          select county as place, tally::bigint as cases from group_tally
          where month >= $1 and month < $2
          """);

  private CaseSql() {}
}
