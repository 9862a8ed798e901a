package org.shiriki.broadcast;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Language;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.place.Places;
import org.shiriki.privacy.Operator;
import org.shiriki.sms.State;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.PgAudit;

/// Makes and counts the messages of a broadcast in PostgreSQL, a whole audience in a statement.
public final class PgMailings implements Mailings {
  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration DAY = Duration.ofDays(1);

  /// Everybody in the audience once, with the wording that is theirs, and why they get nothing if
  /// so. What was sent within a week is read broadcast by broadcast, so it does not matter how many
  /// older messages are kept.
  private static final String AUDIENCE =
      """
      with wording as (
        select number, language, ward, segments
        from unnest($2::text[], $3::text[], $4::int[]) with ordinality
          as given (language, ward, segments, number)),
      person as (
        select citizen_key from subscription
        where $5::text[] is not null and topic = any($5)
          and ($6::text[] is null or place = any($6))
        union
        select citizen_key from citizen
        where $5::text[] is null and phone is not null
          and ($7::text[] is null or ward = any($7))),
      twin as (
        select other.id from broadcast as other join broadcast as mine on mine.id = $1
        where other.id <> mine.id and other.queued_at >= $9
          and other.text_sw = mine.text_sw and other.text_en = mine.text_en),
      past as (
        select citizen_key,
          count(*) filter (where begun_at >= $8
            and purpose in ('ALERT', 'EDUCATION', 'POLITICAL')) as alerts,
          bool_or(reason = 'INVALID') as invalid,
          bool_or(begun_at >= $9 and broadcast in (select id from twin)) as same
        from outbox
        where broadcast in (select id from broadcast where queued_at >= $8)
          and (begun_at is not null or reason = 'INVALID')
        group by citizen_key),
      judged as (
        select citizen.citizen_key, citizen.language, citizen.operator,
          coalesce(here.number, anywhere.number)::int as wording,
          coalesce(here.segments, anywhere.segments) as segments,
          case
            when muted <> '' then muted
            when phone is null or not exists (
              select from consent
              where consent.citizen_key = citizen.citizen_key and withdrawn_at is null)
              then 'NO_CONSENT'
            when invalid then 'INVALID'
            when same then 'DUPLICATE'
            when $10 <> 'EMERGENCY' and alerts >= $11 then 'CAP'
            else '' end as why
        from person
          join citizen on citizen.citizen_key = person.citizen_key
          join wording as anywhere
            on anywhere.language = citizen.language and anywhere.ward = ''
          left join wording as here
            on here.language = citizen.language and here.ward = citizen.ward
              and here.ward <> ''
          left join past on past.citizen_key = citizen.citizen_key)
      """;

  private static final Sql HEADCOUNT =
      new Sql(
          "mailing.headcount",
          AUDIENCE
              + """
              select language, operator, why, count(*)::int as people, sum(segments) as segments
              from judged group by language, operator, why order by language, operator, why
              """);

  private static final Sql KEEP_WORDINGS =
      new Sql(
          "mailing.keep_wordings",
          """
          insert into broadcast_wording (broadcast, number, language, ward, text, segments)
          select id, number, language, ward, text, segments
          from broadcast, unnest($2::text[], $3::text[], $4::int[], $5::text[]) with ordinality
            as given (language, ward, segments, text, number)
          where id = $1 and state = 'APPROVED'
          on conflict do nothing
          """);

  private static final Sql QUEUE =
      new Sql(
          "mailing.queue",
          AUDIENCE
              + """
              , begun as (
                update broadcast set state = 'SENDING', queued_at = $12, version = version + 1,
                  people = (select count(*) from judged)
                where id = $1 and state = 'APPROVED' and starts_at <= $12
                returning id, purpose)
              insert into outbox (citizen_key, once, lane, purpose, broadcast, wording, text, segments,
                state, reason, queued_at, due_at, settled_at)
              select citizen_key, 'broadcast/' || id, 'BROADCAST', purpose, id, wording, '', segments,
                case why when '' then 'QUEUED' else 'SKIPPED' end, why, $12, $13,
                case why when '' then null else $12::timestamptz end
              from begun, judged
              """);

  /// Another node that is at it need not be waited for.
  private static final Sql LOCK =
      new Sql(
          "mailing.lock",
          """
          select id from broadcast where id = $1 and state = 'APPROVED' and starts_at <= $2
          for update skip locked
          """);

  private static final Sql LEDGER =
      new Sql(
          "mailing.ledger",
          """
          select broadcast.people as audience, line.state, line.reason, coalesce(sum(n), 0)::int as n
          from broadcast left join (
            select state, reason, count(*) as n from outbox
              where broadcast = $1 group by 1, 2
            union all
            select state, reason, people from broadcast_past where broadcast = $1
          ) as line (state, reason, n) on true
          where id = $1 group by 1, 2, 3 order by 2, 3
          """);

  private static final Sql TODAY =
      new Sql("mailing.today", "select segments from bulk_day where day = $1");

  private final Database database;
  private final Database bulk;
  private final PgAudit audit;
  private final Places places;
  private final int alertsPerWeek;
  private final InstantSource clock;

  /// @param bulk has time for statements over a whole audience
  public PgMailings(
      Database database, Database bulk, Places places, int alertsPerWeek, InstantSource clock) {
    this.database = database;
    this.bulk = bulk;
    this.audit = new PgAudit(database);
    this.places = places;
    this.alertsPerWeek = alertsPerWeek;
    this.clock = clock;
  }

  @Override
  public List<Group> headcount(Broadcast broadcast) {
    var wordings = Wording.of(broadcast.draft(), places);
    return bulk.list(
        HEADCOUNT, PgMailings::group, audience(broadcast, wordings, clock.instant()).toArray());
  }

  @Override
  public boolean queue(Broadcast broadcast) {
    var wordings = Wording.of(broadcast.draft(), places);
    var now = clock.instant();
    return bulk.transaction(transaction -> {
      if (transaction.change(LOCK, broadcast.id(), at(now)) == 0) {
        return false;
      }
      transaction.run(
          KEEP_WORDINGS,
          broadcast.id(),
          column(wordings, wording -> wording.language().code()),
          column(wordings, Wording::ward),
          segments(wordings),
          column(wordings, Wording::text));
      var values = audience(broadcast, wordings, now);
      values.add(at(now));
      values.add(at(broadcast.draft().purpose().opens(now)));
      var people = transaction.change(QUEUE, values.toArray());
      audit.add(
          transaction,
          new AuditEntry(
              now,
              "broadcast",
              "broadcast.queued",
              "broadcast/" + broadcast.id(),
              people + " people"));
      return true;
    });
  }

  private List<@Nullable Object> audience(
      Broadcast broadcast, List<Wording> wordings, Instant now) {
    var audience = broadcast.draft().audience();
    var values = new ArrayList<@Nullable Object>();
    values.add(broadcast.id());
    values.add(column(wordings, wording -> wording.language().code()));
    values.add(column(wordings, Wording::ward));
    values.add(segments(wordings));
    values.add(
        switch (audience) {
          case Audience.Subscribers(var topics, _, _) -> topics.toArray(String[]::new);
          case Audience.Consented _ -> null;
        });
    values.add(orNull(audience.choices(places)));
    values.add(orNull(audience.wards(places)));
    values.add(at(now.minus(WEEK)));
    values.add(at(now.minus(DAY)));
    values.add(broadcast.draft().purpose().name());
    values.add(alertsPerWeek);
    return values;
  }

  private static String @Nullable [] orNull(List<String> codes) {
    return codes.isEmpty() ? null : codes.toArray(String[]::new);
  }

  private static Group group(Row row) {
    return new Group(
        Language.of(row.getString("language")),
        Operator.ofWord(row.getString("operator")),
        row.getString("why"),
        row.getInteger("people"),
        row.getLong("segments"));
  }

  @Override
  public Ledger ledger(long id) {
    var people = new int[1];
    var lines = new ArrayList<Line>();
    for (var row : bulk.run(LEDGER, id)) {
      people[0] = row.getInteger("audience");
      if (row.getInteger("n") > 0) {
        lines.add(
            new Line(
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getInteger("n")));
      }
    }
    return new Ledger(people[0], lines);
  }

  @Override
  public long segmentsToday() {
    return database
        .first(TODAY, row -> row.getLong("segments"), clock.instant().atZone(NAIROBI).toLocalDate())
        .orElse(0L);
  }

  private static String[] column(List<Wording> wordings, Function<Wording, String> value) {
    return wordings.stream().map(value).toArray(String[]::new);
  }

  private static Integer[] segments(List<Wording> wordings) {
    return wordings.stream().map(Wording::segments).toArray(Integer[]::new);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
