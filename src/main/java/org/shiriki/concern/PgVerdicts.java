package org.shiriki.concern;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;

/// Keeps verdicts in PostgreSQL.
public final class PgVerdicts implements Verdicts {
  private static final Sql NEXT =
      new Sql(
          "verdict.next",
          """
          select reference, category, closing, status
          from fix_question join concern using (reference)
          where person = $1 and until > $3
            and ($2 or not exists (select from report_pin where citizen_key = $1))
          order by until, reference limit 1
          """);

  /// The concern is locked first, so that of two people who say no at once the second finds it
  /// open. Its office owes an answer anew.
  private static final Sql SAY =
      new Sql(
          "verdict.say",
          """
          with it as (select reference from concern where reference = $1 for update),
          question as (
            delete from fix_question using it
            where fix_question.reference = it.reference and closing = $2 and person = $3
              and until > $6
            returning fix_question.reference),
          said as (
            insert into fix_answer (reference, closing, mark, answer)
            select reference, $2, $4, $5 from question
            on conflict (reference, closing, mark) do nothing),
          reopened as (
            update concern set status = 'REOPENED', events = concern.events + 1,
              version = concern.version + 1,
              acknowledged_at = null, answered_at = null, answered_by = null,
              acknowledge_by = $6 + make_interval(days => days.acknowledge),
              answer_by = $6 + make_interval(days => days.answer),
              escalate_by = $6 + make_interval(days => days.escalate)
            from question join concern as old using (reference)
              cross join lateral office_days(old.office, old.category) as days
            where concern.reference = question.reference and $5 = 'NO'
              and concern.status = any ($7)
            returning concern.reference, concern.events),
          noted as (
            insert into concern_event (reference, number, status, at)
            select reference, events, 'REOPENED', $6 from reopened),
          settled as (
            delete from fix_question using reopened
            where fix_question.reference = reopened.reference and person <> $3)
          update citizen set question_until =
            (select max(until) from (
               select until from fix_question
               where person = $3 and not (reference = $1 and closing = $2)
               union all select until from reply_waiting where person = $3) as still)
          where citizen_key = $3 and exists (select from question)
          """);

  private final Database database;
  private final Vault vault;
  private final Runnable said;

  /// Keeps them in the database.
  ///
  /// @param said is told of each
  public PgVerdicts(Database database, Vault vault, Runnable said) {
    this.database = database;
    this.vault = vault;
    this.said = said;
  }

  @Override
  public Optional<Closing> next(PhoneKey person, boolean unlocked, Instant now) {
    return database.first(
        NEXT, PgVerdicts::closing, person.text(), unlocked, now.atOffset(ZoneOffset.UTC));
  }

  @Override
  public void say(Closing closing, PhoneKey person, Verdict verdict, Instant now) {
    var reference = closing.reference().code();
    database.run(
        SAY,
        reference,
        closing.event(),
        person.text(),
        vault.mark("verdict/" + reference + '/' + closing.event(), person.text()),
        verdict.name(),
        now.atOffset(ZoneOffset.UTC),
        Status.ended());
    said.run();
  }

  private static Closing closing(Row row) {
    return new Closing(
        new Reference(row.getString("reference")),
        row.getString("category"),
        row.getInteger("closing"),
        Status.valueOf(row.getString("status")));
  }
}
