package org.shiriki.safety;

import org.shiriki.pg.Sql;

/// The statements of [PgHandling]; no metric counts them, see [CaseSql].
final class HandlingSql {
  static final Sql LIST =
      Sql.unmeasured(
          """
          select number, source, stage, ward, filed_on, version,
            (select count(*) from case_worker where case_worker.number = sensitive_case.number)
              as handlers
          from sensitive_case
          where ($1::bool or ward = any ($2::text[]))
            and ($3::text is null or exists (
              select from case_worker
              where case_worker.number = sensitive_case.number and worker = $3))
            and (not $4::bool or not exists (
              select from case_worker where case_worker.number = sensitive_case.number))
            and ($5::date is null or (filed_on, number) < ($5, $6::text))
          order by filed_on desc, number desc limit $7
          """);
  static final Sql VIEWS =
      Sql.unmeasured(
          """
          select id, worker, act, reason, granted, at from case_view
          where number = $1 and id > $2 order by id limit $3
          """);
  static final Sql FIND = Sql.unmeasured("select ward from sensitive_case where number = $1");

  /// `named` says whether an account may act on the case.
  static final Sql LOCK =
      Sql.unmeasured(
          """
          select stage, version, story is not null and exists (
            select from case_worker
            where case_worker.number = sensitive_case.number and worker = $2) as named
          from sensitive_case where number = $1 for update
          """);

  static final Sql STANDING =
      Sql.unmeasured("select number, stage, version from sensitive_case where number = $1");
  static final Sql HANDLERS =
      Sql.unmeasured("select worker from case_worker where number = $1 order by since, worker");
  static final Sql ADVANCE =
      Sql.unmeasured(
          "update sensitive_case set stage = $2, version = version + 1 where number = $1");
  static final Sql TOUCH =
      Sql.unmeasured("update sensitive_case set version = version + 1 where number = $1");
  static final Sql UNASSIGN =
      Sql.unmeasured("delete from case_worker where number = $1 and worker = $2");

  /// Whether somebody works here and has a role that handles cases: `$2` are those roles.
  static final Sql MAY =
      Sql.unmeasured(
          """
          select from account, jsonb_array_elements(grants) as given
          where account.name = $1 and active and given ->> 'role' = any ($2) limit 1
          """);

  private HandlingSql() {}
}
