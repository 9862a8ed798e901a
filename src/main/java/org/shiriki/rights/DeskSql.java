package org.shiriki.rights;

import org.shiriki.pg.Sql;

/// The statements of [PgRequestDesk].
final class DeskSql {
  /// Requests of people who are known, and what is left of those who were erased.
  private static final String ALL =
      """
      select * from (
        select reference, kind, channel, asked_at, due_at, answered_at, how, reason, account,
          citizen.ward, version, false as erased
        from data_request join citizen using (citizen_key)
        union all
        select reference, kind, channel, asked_at, due_at, answered_at, 'ERASED', '', account, '',
          version, true
        from data_request_past) as request
      """;

  static final Sql LIST =
      new Sql(
          "request.list",
          ALL
              + """
              where ($1 or (not erased and ward = any($2)))
                and case $3 when 'OPEN' then answered_at is null
                  when 'OVERDUE' then answered_at is null and due_at < $4::timestamptz
                  when 'ANSWERED' then answered_at is not null else true end
                and (cardinality($5::text[]) = 0 or kind = any($5))
                and (due_at, reference) > ($6, $7)
              order by due_at, reference limit $8
              """);
  static final Sql FIND = new Sql("request.find", ALL + "where reference = $1");
  static final Sql ASKER =
      new Sql(
          "request.asker",
          """
          select citizen_key, phone from data_request join citizen using (citizen_key)
          where reference = $1 and phone is not null
          """);
  static final Sql ANSWER =
      new Sql(
          "request.answer",
          """
          update data_request set answered_at = $3, how = $4, reason = $5, account = $6,
            version = version + 1
          where reference = $1 and version = $2 and answered_at is null
          """);
  static final Sql LOCK =
      new Sql(
          "request.lock",
          """
          select citizen_key from data_request join citizen using (citizen_key)
          where reference = $1 for update of citizen
          """);
  static final Sql TAKE =
      new Sql(
          "request.take",
          """
          update data_request set version = version + 1
          where reference = $1 and version = $2 and answered_at is null
          """);
  static final Sql CORRECT =
      new Sql(
          "request.correct",
          """
          update citizen set language = coalesce($2, language), ward = coalesce($3, ward),
            name = coalesce($4, name)
          where citizen_key = $1 and phone is not null
          """);
  static final Sql HELD =
      new Sql(
          "request.held",
          """
          select exists (
            select from legal_hold where subject = 'citizen/' || citizen_key) as held
          from data_request where reference = $1
          """);
  static final Sql PAST =
      new Sql(
          "request.past",
          """
          insert into data_request_past
            (reference, kind, channel, asked_at, due_at, answered_at, account, version)
          select reference, kind, channel, asked_at, due_at, $2, $3, version from data_request
          where reference = $1
          """);
  static final Sql FLAG =
      new Sql(
          "request.flag",
          """
          update data_request set flagged_at = $1
          where answered_at is null and due_at < $1 and flagged_at is null
          returning reference
          """);
  static final Sql WAITING =
      new Sql(
          "request.waiting",
          """
          select count(*) as open, count(*) filter (where due_at < $1) as overdue
          from data_request where answered_at is null
          """);

  private DeskSql() {}
}
