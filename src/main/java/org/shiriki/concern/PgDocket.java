package org.shiriki.concern;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiriki.pg.Database;
import org.shiriki.pg.Queries;
import org.shiriki.pg.Sql;
import org.shiriki.staff.Scope;

/// The docket in PostgreSQL; statements stand in [DeskSql].
public final class PgDocket implements Docket {
  private final Database database;

  public PgDocket(Database database) {
    this.database = database;
  }

  @Override
  public List<Line> list(Scope scope, Filter filter, Stretch stretch, Instant now) {
    var after = stretch.after();
    var cause = filter.rootCause();
    return database.list(
        sql(stretch.order()),
        row -> PgDeskRows.line(row, now),
        scope.counties(),
        scope.themes(),
        scope.organisations(),
        filter.statuses().stream().map(Status::name).toArray(String[]::new),
        filter.category(),
        filter.county(),
        filter.ward(),
        filter.office(),
        filter.assignee(),
        cause == null ? null : cause.name(),
        filter.overdue(),
        filter.escalated(),
        after == null ? null : time(after.at()),
        after == null ? null : after.reference().code(),
        stretch.limit(),
        time(now));
  }

  private static Sql sql(Order order) {
    return switch (order) {
      case NEWEST -> DeskSql.NEWEST;
      case DUE -> DeskSql.DUE;
    };
  }

  @Override
  public Queues queues(Scope scope, String account, Instant now) {
    return database
        .first(
            DeskSql.QUEUES,
            PgDeskRows::queues,
            scope.counties(),
            scope.themes(),
            scope.organisations(),
            account,
            time(now),
            Status.ended())
        .orElseThrow();
  }

  @Override
  public Optional<Sheet> find(Scope scope, Reference reference, Instant now) {
    return sheet(database, scope, reference, now);
  }

  static Optional<Sheet> sheet(Queries queries, Scope scope, Reference reference, Instant now) {
    var code = reference.code();
    return queries.first(
        DeskSql.FIND,
        row ->
            new Sheet(
                PgDeskRows.line(row, now),
                row.getString("text"),
                row.getString("remedy"),
                reporter(row),
                queries.list(DeskSql.HISTORY, PgDeskRows::event, code),
                queries.list(DeskSql.NOTES, PgDeskRows::note, code),
                queries.list(
                    DeskSql.DUPLICATES,
                    one -> PgDeskRows.written(one.getString("reference")),
                    scope.counties(),
                    scope.themes(),
                    scope.organisations(),
                    code)),
        scope.counties(),
        scope.themes(),
        scope.organisations(),
        code);
  }

  private static Sheet.Reporter reporter(Row row) {
    var language = Optional.ofNullable(row.getString("language"));
    return new Sheet.Reporter(
        language.isPresent(), language.orElse(null), row.getLong("concerned"));
  }

  @Override
  public List<Answering> answering(
      Scope scope, Period filed, Instant now, @Nullable String after, int limit) {
    return database.list(
        DeskSql.ANSWERING,
        PgDeskRows::answering,
        scope.counties(),
        scope.themes(),
        scope.organisations(),
        time(filed.from()),
        time(filed.until()),
        time(now),
        after == null ? "" : after,
        limit);
  }

  @Override
  public List<Waiting> waiting(Scope scope, Instant now, String county, String ward, int limit) {
    return database.list(
        DeskSql.UNANSWERED,
        PgDeskRows::waiting,
        scope.counties(),
        scope.themes(),
        scope.organisations(),
        time(now),
        county,
        ward,
        limit);
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
