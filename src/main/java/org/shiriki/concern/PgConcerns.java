package org.shiriki.concern;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shiriki.concern.Directory.Route;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.pg.SqlFailure;
import org.shiriki.place.Residence;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;
import org.shiriki.sms.Purpose;

/// Keeps concerns in PostgreSQL. A draft is stored as a keyed hash of its id, so that a row without
/// a reporter cannot be joined to the session that it was written in.
public final class PgConcerns implements Concerns {
  private static final int ATTEMPTS = 10;

  private static final Sql FILE =
      new Sql(
          "concern.file",
          """
          with filed as (
            insert into concern (reference, draft, category, ward, office, text, remedy, reporter,
              status, events, filed_at, acknowledge_by, answer_by, escalate_by)
            values ($1, $2, $3, $4, $5, $6, $7,
              (select citizen_key from citizen where citizen_key = $8 and phone is not null),
              'RECEIVED', 1, $9, $10, $11, $12)
            on conflict (draft) do update set draft = excluded.draft
            returning reference),
          received as (
            insert into concern_event (reference, number, status, at)
            select reference, 1, 'RECEIVED', $9 from filed
            on conflict (reference, number) do nothing)
          select reference from filed
          """);

  /// Whoever a concern concerns is asked about its closing, and their own row says so, in the
  /// transaction that closes it.
  private static final Sql ADVANCE =
      new Sql(
          "concern.advance",
          """
          with before as (
            select reference, status from concern where reference = $1 for update),
          changed as (
            update concern set status = $2, events = events + 1 from before
            where concern.reference = before.reference
            returning concern.reference, events, reporter, before.status as earlier),
          noted as (
            insert into concern_event (reference, number, status, note, at)
            select reference, events, $2, $3, $4 from changed),
          settled as (
            delete from fix_question using changed
            where fix_question.reference = changed.reference and $2 <> all ($5)),
          concerned as (
            select reference, events, earlier, person
            from changed cross join lateral (
              select reporter as person where reporter is not null
              union select follower from voice
              where voice.reference = changed.reference and follower is not null) as people),
          told as (
            insert into outbox
              (citizen_key, once, lane, purpose, text, segments, queued_at, due_at)
            select person, 'concern/' || reference || '/' || events, 'STATUS', 'UPDATE',
              news.text, news.segments, $4, $10
            from concerned join citizen on citizen.citizen_key = person and phone is not null
              join unnest($7::text[], $8::text[], $9::int[]) as news (language, text, segments)
                on news.language = citizen.language
            where $2 <> earlier
            on conflict (citizen_key, once) do nothing),
          asked as (
            insert into fix_question (reference, closing, person, until)
            select reference, events, person, $6
            from concerned
            where $2 = any ($5) and earlier <> all ($5)
            on conflict (reference, closing, person) do nothing
            returning person, until)
          update citizen set question_until = greatest(question_until, until)
          from asked where citizen_key = person
          """);

  private static final Sql REPORTED_BY =
      new Sql(
          "concern.reported_by",
          """
          select reference, category, ward, status, filed_at from concern
          where reporter = $1 or reference in (select reference from voice where follower = $1)
          order by filed_at desc, reference limit $2
          """);
  private static final Sql COUNT =
      new Sql("concern.count", "select count(*) as concerns from concern where reporter = $1");
  private static final Sql FOLLOWED =
      new Sql("concern.followed", "select count(*) as concerns from voice where follower = $1");
  private static final Sql FIND =
      new Sql(
          "concern.find",
          """
          select reference, category, ward, concern.status, filed_at,
            concern_event.status as event, note, at
          from concern join concern_event using (reference)
          where reference = $1 order by number
          """);

  private final Database database;
  private final Vault vault;
  private final Reference.Source references;

  public PgConcerns(Database database, Vault vault, Reference.Source references) {
    this.database = database;
    this.vault = vault;
    this.references = references;
  }

  @Override
  public Reference file(Draft draft, PhoneKey caller, Route route, Instant at) {
    for (var attempt = 1; ; attempt++) {
      try {
        return insert(references.next(), draft, caller, route, at);
      } catch (SqlFailure failure) {
        if (!failure.isDuplicateOf("concern_pkey") || attempt == ATTEMPTS) {
          throw failure;
        }
      }
    }
  }

  private Reference insert(
      Reference reference, Draft draft, PhoneKey caller, Route route, Instant now) {
    var at = draft.filed(now);
    var targets = route.targets();
    return database
        .first(
            FILE,
            PgConcerns::reference,
            reference.code(),
            vault.mark("concern.draft", draft.id().toString()),
            draft.category(),
            draft.ward().code(),
            route.office(),
            draft.text(),
            draft.remedy(),
            draft.anonymous() ? null : caller.text(),
            at(at),
            at(at.plus(Duration.ofDays(targets.acknowledge()))),
            at(at.plus(Duration.ofDays(targets.answer()))),
            at(at.plus(Duration.ofDays(targets.escalate()))))
        .orElseThrow();
  }

  @Override
  public void advance(Reference reference, Progress.Event event) {
    var news = News.of(reference, event.status());
    database.run(
        ADVANCE,
        reference.code(),
        event.status().name(),
        event.note(),
        at(event.at()),
        Status.ended(),
        at(event.at().plus(Verdicts.ASKED)),
        news.languages(),
        news.texts(),
        news.segments(),
        at(Purpose.UPDATE.opens(event.at())));
  }

  @Override
  public List<Concern> reportedBy(PhoneKey reporter) {
    return database.list(REPORTED_BY, PgConcerns::concern, reporter.text(), LISTED);
  }

  @Override
  public int count(PhoneKey reporter) {
    return database.first(COUNT, row -> row.getInteger("concerns"), reporter.text()).orElseThrow();
  }

  @Override
  public int followed(PhoneKey follower) {
    return database
        .first(FOLLOWED, row -> row.getInteger("concerns"), follower.text())
        .orElseThrow();
  }

  @Override
  public Optional<Progress> find(Reference reference) {
    var concerns = new ArrayList<Concern>();
    var history = new ArrayList<Progress.Event>();
    for (var row : database.run(FIND, reference.code())) {
      concerns.add(concern(row));
      history.add(event(row));
    }
    return concerns.stream().findFirst().map(concern -> new Progress(concern, history));
  }

  private static Concern concern(Row row) {
    return new Concern(
        reference(row),
        row.getString("category"),
        Residence.parse(row.getString("ward")),
        Status.valueOf(row.getString("status")),
        row.getOffsetDateTime("filed_at").toInstant());
  }

  private static Progress.Event event(Row row) {
    return new Progress.Event(
        Status.valueOf(row.getString("event")),
        row.getString("note"),
        row.getOffsetDateTime("at").toInstant());
  }

  private static Reference reference(Row row) {
    return new Reference(row.getString("reference"));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
