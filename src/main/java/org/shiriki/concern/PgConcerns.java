package org.shiriki.concern;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiriki.office.Directory.Route;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.pg.SqlFailure;
import org.shiriki.pg.Transaction;
import org.shiriki.place.County;
import org.shiriki.place.Places;
import org.shiriki.place.Residence;
import org.shiriki.place.Ward;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;

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
              status, events, filed_at, acknowledge_by, answer_by, escalate_by, county)
            values ($1, $2, $3, $4, $5, $6, $7,
              (select citizen_key from citizen where citizen_key = $8 and phone is not null),
              'RECEIVED', 1, $9, $10, $11, $12, $13)
            on conflict (draft) do update set draft = excluded.draft
            returning reference),
          received as (
            insert into concern_event (reference, number, status, at)
            select reference, 1, 'RECEIVED', $9 from filed
            on conflict (reference, number) do nothing)
          select reference from filed
          """);

  private static final Sql PLACE =
      new Sql(
          "concern.place",
          """
          update concern set county = known.county
          from unnest($1::text[], $2::text[]) as known (ward, county)
          where concern.county = '' and concern.ward not in ('', '?')
            and concern.ward = known.ward
          """);

  private static final Sql LOCK =
      new Sql("concern.lock", "select status from concern where reference = $1 for update");
  private static final Sql ADVANCE =
      new Sql(
          "concern.advance",
          """
          with changed as (
            update concern set status = $2, events = events + 1, version = version + 1,
              answered_at = case when $2 = any ($5) then coalesce(answered_at, $4)
                when $2 = 'REOPENED' then null else answered_at end,
              answered_by = case when $2 = any ($5) then coalesce(answered_by, office)
                when $2 = 'REOPENED' then null else answered_by end
            where reference = $1
            returning reference, events)
          insert into concern_event (reference, number, status, note, at)
          select reference, events, $2, $3, $4 from changed
          returning number
          """);

  private static final Sql REPORTED_BY =
      new Sql(
          "concern.reported_by",
          """
          select concern.reference, concern.category, concern.ward, main.status, concern.filed_at
          from concern
            join concern as main on main.reference = coalesce(concern.merged_into, concern.reference)
          where concern.reporter = $1
            or concern.reference in (select reference from voice where follower = $1)
          order by filed_at desc, reference limit $2
          """);
  private static final Sql COUNT =
      new Sql("concern.count", "select count(*) as concerns from concern where reporter = $1");
  private static final Sql FOLLOWED =
      new Sql("concern.followed", "select count(*) as concerns from voice where follower = $1");

  /// A duplicate has its own history, and behind it that of the concern that it is merged into.
  private static final Sql FIND =
      new Sql(
          "concern.find",
          """
          select concern.reference, category, ward, concern.status, filed_at,
            concern_event.status as event, note, at
          from concern join concern_event
            on concern_event.reference = concern.reference
            or (concern_event.reference = merged_into and number > 1)
          where concern.reference = $1
          order by concern_event.reference = concern.reference desc, number
          """);

  private final Database database;
  private final Vault vault;
  private final Reference.Source references;
  private final Places places;
  private final Runnable filed;

  /// Keeps them in the database.
  ///
  /// @param filed is told of each that was filed
  public PgConcerns(
      Database database, Vault vault, Reference.Source references, Places places, Runnable filed) {
    this.database = database;
    this.vault = vault;
    this.references = references;
    this.places = places;
    this.filed = filed;
  }

  /// Gives a county to concerns that were filed by a version of the house that did not.
  public void place() {
    var wards = places.counties().stream().flatMap(PgConcerns::wards).toList();
    database.run(
        PLACE,
        wards.stream().map(Ward::code).toArray(String[]::new),
        wards.stream().map(Ward::county).toArray(String[]::new));
  }

  private static Stream<Ward> wards(County county) {
    return county.constituencies().stream().flatMap(one -> one.wards().stream());
  }

  @Override
  public Reference file(Draft draft, PhoneKey caller, Route route, Instant at) {
    for (var attempt = 1; ; attempt++) {
      try {
        var reference = insert(references.next(), draft, caller, route, at);
        filed.run();
        return reference;
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
            at(at.plus(Duration.ofDays(targets.escalate()))),
            draft.ward().known().flatMap(places::ward).map(Ward::county).orElse(""))
        .orElseThrow();
  }

  @Override
  public void advance(Reference reference, Progress.Event event) {
    database.transaction(transaction -> {
      var earlier =
          transaction.first(LOCK, row -> Status.valueOf(row.getString("status")), reference.code());
      earlier.ifPresent(status -> advance(transaction, reference, status, event));
      return earlier;
    });
  }

  private static void advance(
      Transaction transaction, Reference reference, Status earlier, Progress.Event event) {
    var number =
        transaction
            .first(
                ADVANCE,
                row -> row.getInteger("number"),
                reference.code(),
                event.status().name(),
                event.note(),
                at(event.at()),
                Status.answering())
            .orElseThrow();
    var news = new Progress.Event(event.status(), "", event.at());
    PgTidings.spread(transaction, reference, number, earlier, news);
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
    return concerns.stream()
        .findFirst()
        .map(concern -> new Progress(concern.at(history.getLast().status()), history));
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
