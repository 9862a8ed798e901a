package org.shiriki.job;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.PgAudit;

/// Keeps runs in PostgreSQL, beside the scheduler's own table, which says when each is due.
public final class PgRuns implements Runs {
  private static final Sql STARTED =
      new Sql(
          "job.started",
          """
          insert into job_run (job, started_at) values ($1, $2)
          on conflict (job) do update set started_at = excluded.started_at
          """);
  private static final Sql SUCCEEDED =
      new Sql("job.succeeded", "update job_run set succeeded_at = $2, took_ms = $3 where job = $1");
  private static final Sql FAILED =
      new Sql(
          "job.failed",
          "update job_run set failed_at = $2, took_ms = $3, cause = $4 where job = $1");
  private static final Sql ALL =
      new Sql(
          "job.all",
          """
          select task_name, picked, execution_time, coalesce(consecutive_failures, 0) as failures,
            started_at, succeeded_at, failed_at, coalesce(cause, '') as cause,
            coalesce(took_ms, 0) as took_ms
          from scheduled_tasks left join job_run on job = task_name order by task_name
          """);

  /// As the scheduler itself changes a time: only while nobody is at it, and with a new version.
  private static final Sql HURRY =
      new Sql(
          "job.hurry",
          """
          update scheduled_tasks set execution_time = $2, version = version + 1
          where task_name = $1 and not picked
          """);

  private static final Sql KNOWN =
      new Sql("job.known", "select from scheduled_tasks where task_name = $1");

  private final Database database;
  private final PgAudit audit;

  public PgRuns(Database database, PgAudit audit) {
    this.database = database;
    this.audit = audit;
  }

  @Override
  public void started(String job, Instant at) {
    database.run(STARTED, job, at(at));
  }

  @Override
  public void succeeded(String job, Instant at, Duration took) {
    database.run(SUCCEEDED, job, at(at), took.toMillis());
  }

  @Override
  public void failed(String job, Instant at, Duration took, String cause) {
    database.run(FAILED, job, at(at), took.toMillis(), cause);
  }

  @Override
  public List<Run> all() {
    return database.list(ALL, PgRuns::run);
  }

  private static Run run(Row row) {
    return new Run(
        row.getString("task_name"),
        row.getBoolean("picked"),
        instant(row.getOffsetDateTime("started_at")),
        instant(row.getOffsetDateTime("succeeded_at")),
        instant(row.getOffsetDateTime("failed_at")),
        row.getString("cause"),
        row.getLong("took_ms"),
        row.getInteger("failures"),
        row.getOffsetDateTime("execution_time").toInstant());
  }

  @Override
  public Hurry hurry(String job, Instant at, AuditEntry line) {
    return database.transaction(transaction -> {
      if (transaction.change(HURRY, job, at(at)) > 0) {
        audit.add(transaction, line);
        return Hurry.DONE;
      }
      return transaction.first(KNOWN, _ -> Hurry.RUNNING, job).orElse(Hurry.MISSING);
    });
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
