package org.shiriki.statistics;

import java.util.List;
import org.shiriki.pg.Sql;

/// The statements of [PgMonthReports]. `$1` is the first day of the month.
final class ReportSql {
  private static final String FROM = "($1::date::timestamp at time zone 'Africa/Nairobi')";
  private static final String UNTIL =
      "(($1::date + interval '1 month') at time zone 'Africa/Nairobi')";

  static final Sql MISSING =
      new Sql(
          "report.missing",
          """
          with beginning as (
            select least(
              (select (min(filed_at) at time zone 'Africa/Nairobi')::date from concern),
              (select min(day) from session_day), (select min(month) from sms_month)) as day
          ), over as (
            select month::date, (month + interval '1 month') at time zone 'Africa/Nairobi' as ended
            from beginning, generate_series(date_trunc('month', day::timestamp),
              $1::date - interval '1 month', interval '1 month') as month
          )
          select month from over
          where not exists (select from month_report where month_report.month = over.month)
            and ended <= (select at from counted where what = 'sms')
            and not exists (
              select from ussd_turn join counted on what = 'sessions'
              where ussd_turn.at < ended and not brief
                and (ussd_turn.at, session_id) > (counted.at, counted.id))
          order by month
          """);
  static final Sql MAKE =
      new Sql(
          "report.make",
          """
          insert into month_report (month, made_at) values ($1, $2) on conflict do nothing
          """);
  static final Sql LIST =
      new Sql(
          "report.list",
          """
          select month, made_at from month_report where month < $1 order by month desc limit $2
          """);
  static final Sql FIND = new Sql("report.find", "select month from month_report where month = $1");
  static final Sql LINES =
      new Sql(
          "report.lines",
          """
          select section, county, subject, measure, amount::text from month_report_line
          where month = $1 order by section, county, subject, measure
          """);

  /// What makes the sums, section by section.
  static final List<Sql> SECTIONS =
      List.of(
          section(
              "CONCERNS",
              """
              select county, category, measure, count(distinct reference) from (
                select reference, county, category, 'filed' as measure from concern
                where filed_at >= FROM and filed_at < UNTIL
                union all
                select reference, county, category, 'acknowledged' from concern
                where acknowledged_at >= FROM and acknowledged_at < UNTIL
                union all
                select reference, county, category, lower(concern_event.status)
                from concern_event join concern using (reference)
                where concern_event.at >= FROM and concern_event.at < UNTIL
                  and concern_event.status in ('ANSWERED', 'CLOSED', 'FIXED')) as happened
              group by 1, 2, 3
              """),
          section(
              "ANSWERS",
              """
              select '', coalesce(answered_by, office), measure, count(*)
              from concern cross join lateral (
                select 'answered' as measure where answered_at >= FROM and answered_at < UNTIL
                union all
                select 'inTime' where answered_at >= FROM and answered_at < UNTIL
                  and answered_at <= answer_by
                union all
                select 'becameLate' where answer_by >= FROM and answer_by < UNTIL
                  and (owed or answered_at > answer_by)) as did
              where merged_into is null group by 2, 3
              """),
          section(
              "UNANSWERED",
              """
              select county, days, 'concerns', count(*) from (
                select county, case when age < 7 then '0-6 days' when age < 14 then '7-13 days'
                  when age < 30 then '14-29 days' else '30 days and more' end as days
                from concern cross join lateral
                  (select extract(epoch from UNTIL - filed_at) / 86400) as waited (age)
                where filed_at < UNTIL and merged_into is null
                  and (owed or answered_at >= UNTIL)) as waiting
              group by 1, 2
              """),
          section(
              "SESSIONS",
              """
              select '', '', measure, amount from (
                select sum(sessions) as sessions, sum(turns) as turns, sum(dropped) as dropped
                from session_day where day >= $1 and day < $1::date + interval '1 month'
                having count(*) > 0) as all_days
              cross join lateral (values ('sessions', sessions), ('turns', turns),
                ('dropped', dropped)) as line (measure, amount)
              """),
          section(
              "SCREENS",
              """
              select '', screen, measure, amount from (
                select screen, sum(seen) as seen, sum(ended) as ended, sum(dropped) as dropped
                from screen_day where day >= $1 and day < $1::date + interval '1 month'
                group by screen) as all_days
              cross join lateral (values ('seen', seen), ('ended', ended), ('dropped', dropped))
                as line (measure, amount)
              """),
          section(
              "SMS",
              """
              select '', purpose, measure, amount from (
                select purpose, sum(messages) as messages, sum(segments) as segments,
                  sum(cost) as cost, sum(unpriced) as unpriced
                from sms_month where month = $1 group by purpose) as all_networks
              cross join lateral (values ('messages', messages), ('segments', segments),
                ('cost', cost), ('unpriced', unpriced)) as line (measure, amount)
              """),
          section(
              "POLLS",
              """
              select '', '', 'held', count(*) from poll
              where stage = 'SCHEDULED' and closes_at >= FROM and closes_at < UNTIL
              """),
          section(
              "BROADCASTS",
              """
              select '', purpose, measure, amount from (
                select purpose, count(*) as broadcasts, sum(people) as people from broadcast
                where queued_at >= FROM and queued_at < UNTIL group by purpose) as begun
              cross join lateral (values ('broadcasts', broadcasts), ('people', people))
                as line (measure, amount)
              """),
          section(
              "SUBSCRIBERS",
              """
              select '', topic, 'people', count(distinct citizen_key) from subscription
              where $1::date is not null group by topic
              """));

  private ReportSql() {}

  /// @param sums gives county, subject, measure and amount
  private static Sql section(String name, String sums) {
    return new Sql(
        "report." + name.toLowerCase(java.util.Locale.ROOT),
        """
        insert into month_report_line (month, section, county, subject, measure, amount)
        select $1::date, '%s', county, subject, measure, amount
        from (%s) as sums (county, subject, measure, amount)
        """
            .formatted(name, sums.replace("FROM", FROM).replace("UNTIL", UNTIL)));
  }
}
