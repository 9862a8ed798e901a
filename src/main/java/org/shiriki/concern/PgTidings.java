package org.shiriki.concern;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.shiriki.pg.Sql;
import org.shiriki.pg.Transaction;
import org.shiriki.sms.Purpose;

/// Tells those whom a concern concerns what became of it, in the transaction in which it does: by
/// SMS, on their next dial, and by the question whether it was put right.
final class PgTidings {
  private static final Sql SETTLE =
      new Sql("tidings.settle", "delete from fix_question where reference = $1");

  /// Who guards their reports with a PIN hears only that there is something to read.
  private static final Sql TELL =
      new Sql(
          "tidings.tell",
          """
          insert into outbox
            (citizen_key, once, lane, purpose, text, segments, queued_at, due_at)
          select citizen_key, 'concern/' || $1 || '/' || $2::int, 'STATUS', 'UPDATE',
            replace(case when guarded then news.text else news.reply end, '{reference}',
              left(concerned.reference, 3) || '-' || substr(concerned.reference, 4)),
            case when guarded then news.segments else news.reply_segments end, $3, $4
          from concerned($1) join citizen on citizen_key = person and phone is not null
            join unnest($5::text[], $6::text[], $7::int[], $8::text[], $9::int[])
              as news (language, text, segments, reply, reply_segments)
              on news.language = citizen.language
            cross join lateral (
              select exists (select from report_pin
                             where report_pin.citizen_key = person) as guarded) as pin
          on conflict (citizen_key, once) do nothing
          """);

  /// What was to be shown until now, and never was, goes.
  private static final Sql WAIT =
      new Sql(
          "tidings.wait",
          """
          with stale as (delete from reply_waiting where until <= $4),
          waiting as (
            insert into reply_waiting (reference, number, person, known_as, until)
            select $1, $2, person, reference, $3 from concerned($1)
            on conflict (reference, number, person) do nothing
            returning person, until)
          update citizen set question_until = greatest(question_until, until)
          from waiting where citizen_key = person
          """);

  private static final Sql ASK =
      new Sql(
          "tidings.ask",
          """
          with asked as (
            insert into fix_question (reference, closing, person, until)
            select $1, $2, person, $3 from concerned($1)
            on conflict (reference, closing, person) do nothing
            returning person, until)
          update citizen set question_until = greatest(question_until, until)
          from asked where citizen_key = person
          """);

  private PgTidings() {}

  /// A line that a concern's history has got.
  ///
  /// @param number which one
  /// @param earlier the status before it
  static void spread(
      Transaction transaction,
      Reference reference,
      int number,
      Status earlier,
      Progress.Event event) {
    var now = event.status();
    var replies = !event.note().isBlank();
    if (now.kind() == Status.Kind.OPEN) {
      transaction.run(SETTLE, reference.code());
    }
    if (now != earlier || replies) {
      tell(transaction, reference, number, event);
    }
    if (replies) {
      var until = time(event.at().plus(Replies.SHOWN));
      transaction.run(WAIT, reference.code(), number, until, time(event.at()));
    }
    if (now.kind() != Status.Kind.OPEN && earlier.kind() == Status.Kind.OPEN) {
      transaction.run(ASK, reference.code(), number, time(event.at().plus(Verdicts.ASKED)));
    }
  }

  private static void tell(
      Transaction transaction, Reference reference, int number, Progress.Event event) {
    var news = News.of(event.status());
    var reply = event.note().isBlank() ? news : News.of(event.note());
    transaction.run(
        TELL,
        reference.code(),
        number,
        time(event.at()),
        time(Purpose.UPDATE.opens(event.at())),
        news.languages(),
        news.texts(),
        news.segments(),
        reply.texts(),
        reply.segments());
  }

  static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
