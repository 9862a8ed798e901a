package org.shiriki.concern;

import org.shiriki.pg.Sql;

/// The statements of [PgDesk] and [PgDocket].
final class DeskSql {
  /// The one place where it is decided which concerns somebody may know of. What is referred on is
  /// gone for those who see only what is referred to them; what ended with them stays.
  private static final String SCOPE =
      """
      exists (select from unnest($1::text[], $2::text[], $3::text[])
                as patch (county, theme, organisation)
              where patch.county in ('', concern.county) and patch.theme in ('', concern.category)
                and (patch.organisation = '' or exists (
                  select from office
                  where office.id = concern.office and office.organisation = patch.organisation)))
      """;

  private static final String LINE =
      """
      concern.reference, concern.status, category, county, ward, coalesce(title, '') as title,
      office, assignee, root_cause, level, filed_at, acknowledge_by, answer_by, escalate_by,
      acknowledged_at, answered_at, answered_by, owed, merged_into, version,
      1 + (select count(*) from voice where voice.reference = concern.reference)
        + (select count(*) from concern as twin where twin.merged_into = concern.reference)
        + (select count(*) from concern as twin join voice on voice.reference = twin.reference
           where twin.merged_into = concern.reference) as voices
      """;

  private static final String FILTER =
      """
      merged_into is null and %s
        and (cardinality($4::text[]) = 0 or status = any ($4))
        and ($5::text is null or category = $5)
        and ($6::text is null or county = $6)
        and ($7::text is null or ward = $7)
        and ($8::text is null or office = $8)
        and ($9::text is null or assignee is not distinct from nullif($9, ''))
        and ($10::text is null or root_cause = $10)
        and (not $11::bool or (owed and answer_by < $16))
        and (not $12::bool or level > 0)
      """
          .formatted(SCOPE);

  static final Sql NEWEST =
      new Sql(
          "desk.newest",
          "select "
              + LINE
              + " from (select * from concern where "
              + FILTER
              + """
                and ($13::timestamptz is null or (filed_at, reference) < ($13, $14::text))
              order by filed_at desc, reference desc limit $15) as concern
              order by filed_at desc, reference desc
              """);
  static final Sql DUE =
      new Sql(
          "desk.due",
          "select "
              + LINE
              + " from (select * from concern where owed and "
              + FILTER
              + """
                and ($13::timestamptz is null or (answer_by, reference) > ($13, $14::text))
              order by answer_by, reference limit $15) as concern
              order by answer_by, reference
              """);
  static final Sql QUEUES =
      new Sql(
          "desk.queues",
          """
          select count(*) filter (where status = 'RECEIVED' and acknowledged_at is null) as fresh,
            count(*) filter (where assignee is null) as unassigned,
            count(*) filter (where assignee = $4) as mine,
            count(*) filter (where owed and answer_by < $5) as late,
            count(*) filter (where level > 0) as escalated,
            count(*) filter (where status = 'REOPENED') as reopened
          from concern where merged_into is null and status <> all ($6) and
          """
              + SCOPE);
  static final Sql FIND =
      new Sql(
          "desk.find",
          "select "
              + LINE
              + """
              , text, remedy,
                (select language from citizen where citizen_key = reporter and phone is not null)
                  as language,
                (select count(*) from concerned(concern.reference) as one join citizen
                   on citizen_key = one.person and phone is not null) as concerned
              from concern where reference = $4 and
              """
              + SCOPE);
  static final Sql HISTORY =
      new Sql(
          "desk.history",
          """
          select number, status, note, office, answered_on, actor, at from concern_event
          where reference = $1 order by number
          """);
  static final Sql NOTES =
      new Sql(
          "desk.notes",
          "select id, author, text, at from concern_note where reference = $1 order by at, id");
  static final Sql DUPLICATES =
      new Sql(
          "desk.duplicates",
          "select reference from concern where merged_into = $4 and "
              + SCOPE
              + " order by filed_at, reference");

  static final Sql LOCK =
      new Sql(
          "desk.lock",
          """
          select reference, version, category, ward, county, coalesce(title, '') as title,
            root_cause, status, level, assignee, acknowledged_at, answered_at, answered_by, office,
            acknowledge_by, answer_by, escalate_by, merged_into
          from concern where reference = any ($4) and
          """
              + SCOPE
              + " order by reference for update");

  /// Whether somebody who works here may see such a concern: `$4` are the roles that may, `$5`
  /// those of them that see only what is with an office of their own organisation.
  static final Sql MAY =
      new Sql(
          "desk.may",
          """
          select from account, jsonb_array_elements(grants) as given
          where account.name = $1 and active and given ->> 'role' = any ($4)
            and (coalesce(jsonb_array_length(given -> 'counties'), 0) = 0
                 or given -> 'counties' @> to_jsonb($2::text))
            and (coalesce(jsonb_array_length(given -> 'themes'), 0) = 0
                 or given -> 'themes' @> to_jsonb($3::text))
            and (given ->> 'role' <> all ($5)
                 or account.organisation = (select office.organisation from office where id = $6))
          limit 1
          """);

  static final Sql KEEP =
      new Sql(
          "desk.keep",
          """
          update concern set version = version + 1, events = events + $2, category = $3, ward = $4,
            county = $5, title = nullif($6, ''), root_cause = $7, status = $8, level = $9,
            assignee = $10, acknowledged_at = $11, answered_at = $12, answered_by = $13,
            office = $14, acknowledge_by = $15, answer_by = $16, escalate_by = $17
          where reference = $1
          returning events
          """);
  static final Sql HAPPEN =
      new Sql(
          "desk.happen",
          """
          insert into concern_event (reference, number, status, note, at, actor, office, answered_on)
          values ($1, $2, $3, $4, $5, $6, $7, $8)
          """);
  static final Sql MERGE =
      new Sql(
          "desk.merge",
          """
          with merged as (
            update concern set merged_into = $2, version = version + 1
            where reference = $1 or merged_into = $1
            returning reference)
          delete from fix_question using merged where fix_question.reference = merged.reference
          """);
  static final Sql NOTE =
      new Sql(
          "desk.note",
          """
          insert into concern_note (id, reference, author, text, at) values ($1, $2, $3, $4, $5)
          on conflict (id) do nothing
          """);
  static final Sql NOTED =
      new Sql("desk.noted", "select id, author, text, at from concern_note where id = $1");
  static final Sql NUMBER =
      new Sql(
          "desk.number",
          """
          select citizen_key, phone from concern left join citizen on citizen_key = reporter
          where reference = $4 and
          """
              + SCOPE);
  static final Sql OVERDUE =
      new Sql(
          "desk.overdue",
          """
          select reference from concern
          where owed and escalate_by <= $1 order by escalate_by limit 1 for update skip locked
          """);
  static final Sql ANSWERING =
      new Sql(
          "desk.answering",
          """
          with mine as (
            select coalesce(answered_by, office) as who, * from concern
            where merged_into is null and filed_at >= $4 and filed_at < $5 and
          """
              + SCOPE
              + """
                ),
                up as (
                  select concern_event.office as who, count(*) as times
                  from concern_event join mine using (reference)
                  where concern_event.status = 'ESCALATED' and concern_event.office is not null
                  group by concern_event.office),
                had as (
                  select who, count(*) as concerns, count(answered_at) as answered,
                    count(*) filter (where answered_at <= answer_by) as in_time,
                    count(*) filter (where owed and answer_by < $6) as late,
                    (percentile_cont(0.5) within group (
                      order by extract(epoch from answered_at - filed_at) / 86400.0))::float8 as median
                  from mine group by who)
              select who, coalesce(concerns, 0) + coalesce(times, 0) as concerns,
                coalesce(answered, 0) as answered, coalesce(in_time, 0) as in_time,
                coalesce(late, 0) as late, coalesce(times, 0) as escalated, median
              from had full join up using (who)
              where who > $7 order by who limit $8
              """);

  static final Sql UNANSWERED =
      new Sql(
          "desk.unanswered",
          """
          select county, ward, count(*) as all_of_them,
            count(*) filter (where filed_at > $4::timestamptz - interval '7 days') as week,
            count(*) filter (where filed_at <= $4::timestamptz - interval '7 days'
              and filed_at > $4::timestamptz - interval '14 days') as fortnight,
            count(*) filter (where filed_at <= $4::timestamptz - interval '14 days'
              and filed_at > $4::timestamptz - interval '30 days') as month,
            count(*) filter (where filed_at <= $4::timestamptz - interval '30 days') as longer
          from concern
          where merged_into is null and owed and (county, ward) > ($5, $6) and
          """
              + SCOPE
              + """
              group by county, ward order by county, ward limit $7
              """);

  private DeskSql() {}
}
