package org.shiriki.statistics;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.shiriki.pg.Database;
import org.shiriki.statistics.MonthReport.Line;
import org.shiriki.statistics.MonthReport.Section;

/// Keeps what months came to in PostgreSQL; statements stand in [ReportSql].
public final class PgMonthReports implements MonthReports {
  private final Database database;

  /// The keeper.
  ///
  /// @param database for statements that may take their time
  public PgMonthReports(Database database) {
    this.database = database;
  }

  @Override
  public List<YearMonth> missing(YearMonth now) {
    return database.list(ReportSql.MISSING, PgMonthReports::month, now.atDay(1));
  }

  /// Whoever has the month's row makes all of it; the others wait for that, and make nothing.
  @Override
  public boolean make(YearMonth month, Instant at) {
    return database.transaction(transaction -> {
      var first = month.atDay(1);
      if (transaction.change(ReportSql.MAKE, first, at.atOffset(ZoneOffset.UTC)) == 0) {
        return false;
      }
      ReportSql.SECTIONS.forEach(section -> transaction.run(section, first));
      return true;
    });
  }

  @Override
  public List<MonthReport> list(YearMonth before, int limit) {
    return database.list(
        ReportSql.LIST,
        row -> new MonthReport(month(row), row.getOffsetDateTime("made_at").toInstant()),
        before.atDay(1),
        limit);
  }

  @Override
  public Optional<List<Line>> lines(YearMonth month) {
    return database
        .first(ReportSql.FIND, PgMonthReports::month, month.atDay(1))
        .map(kept -> database.list(ReportSql.LINES, PgMonthReports::line, kept.atDay(1)));
  }

  private static YearMonth month(Row row) {
    return YearMonth.from(row.getLocalDate("month"));
  }

  private static Line line(Row row) {
    return new Line(
        Section.valueOf(row.getString("section")),
        row.getString("county"),
        row.getString("subject"),
        row.getString("measure"),
        plain(new BigDecimal(row.getString("amount")).stripTrailingZeros()));
  }

  /// Ten as 10, and not as 1E+1.
  private static BigDecimal plain(BigDecimal amount) {
    return amount.scale() < 0 ? amount.setScale(0) : amount;
  }
}
