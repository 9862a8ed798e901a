package org.shiriki.broadcast;

import org.shiriki.pg.Sql;

/// The statements about broadcasts: each step of a life decides by what it finds.
final class BroadcastSql {
  static final Sql DRAFT =
      new Sql(
          "broadcast.draft",
          """
          insert into broadcast as kept (author, purpose, text_sw, text_en, audience, speaker,
            reason, starts_at, sound, counties, once)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
          on conflict (once) do update set once = kept.once
          returning id, xmax = 0 as fresh
          """);
  static final Sql REVISE =
      step(
          "broadcast.revise",
          """
          when state <> 'DRAFT' then 'STATE' when author <> $2 then 'NOT_AUTHOR'
          when version <> $12 then 'STALE'
          """,
          """
          purpose = $3, text_sw = $4, text_en = $5, audience = $6, speaker = $7, reason = $8,
            starts_at = $9, sound = $10, counties = $11
          """);
  static final Sql SUBMIT =
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
  static final Sql VET =
      step(
          "broadcast.vet",
          "when state <> 'SUBMITTED' or purpose <> 'POLITICAL' then 'STATE'",
          "operator = $2, vetted = $3, evidence = $4");
  static final Sql APPROVE =
      step(
          "broadcast.approve",
          """
          when state <> 'SUBMITTED' then 'STATE' when author = $2 then 'OWN'
          when purpose = 'POLITICAL' and not vetted then 'NOT_VETTED'
          when purpose = 'EMERGENCY' and not $3::bool then 'DIRECTOR'
          """,
          "state = 'APPROVED', approver = $2");
  static final Sql REJECT =
      step(
          "broadcast.reject",
          "when state <> 'SUBMITTED' then 'STATE'",
          "state = 'REJECTED', reason = $2, ended_at = $3");
  static final Sql PAUSE =
      step("broadcast.pause", "when state <> 'SENDING' then 'STATE'", "state = 'PAUSED'");
  static final Sql RESUME =
      step("broadcast.resume", "when state <> 'PAUSED' then 'STATE'", "state = 'SENDING'");
  static final Sql CANCEL =
      step(
          "broadcast.cancel",
          "when state in ('DONE', 'REJECTED', 'CANCELLED') then 'STATE'",
          "state = 'CANCELLED', ended_at = $2");

  /// Messages in a carrier's hands may come back to the queue: [Broadcasts#tidy] sees to those.
  static final Sql TAKE_BACK =
      new Sql(
          "broadcast.take_back",
          """
          update outbox set state = 'CANCELLED', settled_at = $1
          where state = 'QUEUED' and broadcast in (
            select id from broadcast where state = 'CANCELLED' and ended_at > $2)
          """);

  static final Sql FINISH =
      new Sql(
          "broadcast.finish",
          """
          update broadcast set state = 'DONE', ended_at = $1, version = version + 1
          where state = 'SENDING' and not exists (
            select from outbox
            where outbox.broadcast = broadcast.id and outbox.state in ('QUEUED', 'SENDING'))
          returning id
          """);
  static final Sql HALT =
      new Sql(
          "broadcast.halt",
          "insert into broadcast_stop (actor, since) values ($1, $2) on conflict do nothing");
  static final Sql RELEASE = new Sql("broadcast.release", "delete from broadcast_stop");
  static final Sql STOP = new Sql("broadcast.stop", "select actor, since from broadcast_stop");
  private static final String COLUMNS =
      """
      select id, author, purpose, text_sw, text_en, audience, speaker, reason, starts_at, state,
        people, version
      from broadcast
      """;
  static final Sql FIND = new Sql("broadcast.find", COLUMNS + "where id = $1");
  static final Sql LIST =
      new Sql(
          "broadcast.list",
          COLUMNS
              + """
              where id < $1 and ($2::text[] = '{}' or state = any ($2))
                and ($3::text[] = '{}' or counties = '{}' or counties && $3)
              order by id desc limit $4
              """);
  static final Sql DUE =
      new Sql(
          "broadcast.due",
          COLUMNS + "where state = 'APPROVED' and starts_at <= $1 order by starts_at, id");

  private BroadcastSql() {}

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
          update broadcast set version = version + 1, %s from found where broadcast.id = found.id and why = '')
        select why from found
        """
            .formatted(refusals, change));
  }
}
