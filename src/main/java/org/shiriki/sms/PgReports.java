package org.shiriki.sms;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shiriki.pg.Database;
import org.shiriki.pg.GroupCommit;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;
import org.shiriki.sms.Report.Failed;
import org.shiriki.upkeep.Keepsake;

/// Reports in PostgreSQL, many in a statement. What is still on its way changes no row. What a
/// report says of its person's network is kept with the person, unless somebody else is at it.
public final class PgReports implements Reports, AutoCloseable {
  public static final Keepsake UNMATCHED =
      new Keepsake(
          "sms-bodies",
          "sms_report",
          "at < $1",
          "array['citizen/' || citizen_key]",
          "delete from sms_report");

  /// After this long a report of a message that nobody knows is taken for the one message of its
  /// person whose answer was lost.
  private static final Duration REPORT_WAITS = Duration.ofSeconds(30);

  /// After this long nobody waits for the message of a report any more.
  private static final Duration REPORT_KEPT = Duration.ofDays(3);

  private static final int MOST_AT_ONCE = 500;
  private static final int MOST_WAITING = 50_000;

  private static final Sql KEEP =
      new Sql(
          "report.keep",
          """
          with given as (
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[],
              $6::text[], $8::text[])
              as given (message_id, status, state, reason, citizen_key, mark, operator)),
          moved as (
            select distinct on (person.citizen_key) person.citizen_key, given.operator
            from given join citizen as person on person.citizen_key = given.citizen_key
            where given.operator not in ('', person.operator) and person.phone is not null
            order by person.citizen_key),
          free as (
            select citizen_key from citizen
            where citizen_key in (select citizen_key from moved) for update skip locked),
          learnt as (
            update citizen set operator = moved.operator from moved join free using (citizen_key)
            where citizen.citizen_key = moved.citizen_key),
          stopped as (
            insert into suppression (mark, why, since)
            select distinct mark, 'BLOCKED', $7::timestamptz from given where mark <> ''
            on conflict do nothing),
          report as (
            select distinct on (message_id) * from given where state <> ''
            order by message_id, state = 'DELIVERED' desc),
          known as (
            select message_id from outbox where message_id = any($1::text[])),
          told as (
            update outbox set state = report.state, reason = report.reason, detail = report.status,
              settled_at = $7
            from report where outbox.message_id = report.message_id
              and (outbox.state in ('ACCEPTED', 'UNKNOWN')
                or (outbox.state = 'FAILED' and report.state = 'DELIVERED')))
          insert into sms_report (message_id, status, state, reason, citizen_key, at)
          select distinct on (message_id, status)
            message_id, status, state, reason, citizen_key, $7::timestamptz
          from given where state = '' or message_id not in (select message_id from known)
          on conflict do nothing
          """);

  private static final Sql OPT_OUT =
      new Sql(
          "report.opt_out",
          """
          with silenced as (update citizen set muted = 'OPTED_OUT' where citizen_key = $3)
          insert into suppression (mark, why, since) values ($1, 'OPTED_OUT', $2)
          on conflict do nothing
          """);

  private static final Sql MATCH =
      new Sql(
          "report.match_reports",
          """
          with report as (
            select distinct on (message_id) message_id, state, reason, status from sms_report
            where state <> '' and exists (
              select from outbox where outbox.message_id = sms_report.message_id)
            order by message_id, state = 'DELIVERED' desc),
          told as (
            update outbox set state = report.state, reason = report.reason, detail = report.status,
              settled_at = $1
            from report where outbox.message_id = report.message_id
              and (outbox.state in ('ACCEPTED', 'UNKNOWN')
                or (outbox.state = 'FAILED' and report.state = 'DELIVERED')))
          delete from sms_report using report
          where sms_report.message_id = report.message_id and sms_report.state <> ''
          """);

  /// A report that no message is known for, and one message alone of its person that lost its
  /// answer: they belong together.
  private static final Sql FIND_LOST =
      new Sql(
          "report.find_lost",
          """
          with lone as (
            select citizen_key, min(message_id) as message_id, min(at) as at from sms_report
            where state <> '' and citizen_key <> '' and at < $1
            group by citizen_key having count(distinct message_id) = 1),
          lost as (
            select lone.citizen_key, lone.message_id, min(once) as once
            from lone join outbox on outbox.citizen_key = lone.citizen_key
              and outbox.state = 'UNKNOWN' and outbox.message_id is null
              and outbox.begun_at <= lone.at
            group by lone.citizen_key, lone.message_id having count(*) = 1)
          update outbox set message_id = lost.message_id from lost
          where outbox.citizen_key = lost.citizen_key and outbox.once = lost.once
            and outbox.message_id is null
          """);

  /// Its message is gone with its person, or was never ours.
  private static final Sql LET_GO =
      new Sql("report.let_go", "delete from sms_report where state <> '' and at < $1");

  private final Database database;
  private final Vault vault;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final GroupCommit<Report> writes;

  public PgReports(
      Vertx vertx, Database database, Vault vault, InstantSource clock, MeterRegistry meters) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
    this.meters = meters;
    this.writes =
        new GroupCommit<>(vertx, "sms-reports", MOST_AT_ONCE, MOST_WAITING, this::write, meters);
  }

  @Override
  public void keep(Report report) {
    meters.counter("shiriki.sms.reports", "meaning", report.kind()).increment();
    if (!(report.meaning() instanceof Report.OnItsWay)) {
      writes.add(report).await();
    }
  }

  private Future<Void> write(List<Report> reports) {
    return database
        .send(
            KEEP,
            column(reports, Report::id),
            column(reports, Report::status),
            column(reports, PgReports::state),
            column(reports, PgReports::reason),
            column(reports, report -> text(report.person())),
            column(reports, this::stopMark),
            at(clock.instant()),
            column(reports, report -> report.operator().word()))
        .mapEmpty();
  }

  @Override
  public void optOut(PhoneKey person) {
    database.run(OPT_OUT, vault.stopMark(person), at(clock.instant()), person.text());
  }

  @Override
  public void match(Instant now) {
    database.run(FIND_LOST, at(now.minus(REPORT_WAITS)));
    database.run(MATCH, at(now));
    database.run(LET_GO, at(now.minus(REPORT_KEPT)));
  }

  /// Writes what was taken, and takes no more.
  @Override
  public void close() {
    writes.close().await();
  }

  private static String state(Report report) {
    return report.meaning() instanceof Report.Unclear ? "" : report.state().name();
  }

  private static String reason(Report report) {
    return report.meaning() instanceof Failed(var reason) ? reason.name() : "";
  }

  private String stopMark(Report report) {
    return report.person() != null
            && report.meaning() instanceof Failed(var reason)
            && reason == Reason.BLOCKED
        ? vault.stopMark(report.person())
        : "";
  }

  private static String text(@Nullable PhoneKey person) {
    return person == null ? "" : person.text();
  }

  private static String[] column(List<Report> reports, Function<Report, String> value) {
    return reports.stream().map(value).toArray(String[]::new);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
