package org.shiriki.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;

/// Reads the sums in PostgreSQL.
public final class PgStatistics implements Statistics {
  private static final Sql SESSIONS =
      new Sql(
          "statistics.sessions",
          """
          select day, sessions, turns, dropped from session_day
          where day between $1 and $2 and day > $3 order by day limit $4
          """);
  private static final Sql SCREENS =
      new Sql(
          "statistics.screens",
          """
          select day, screen, seen, ended, dropped from screen_day
          where day between $1 and $2 and (day, screen) > ($3, $4) order by day, screen limit $5
          """);
  private static final Sql SMS =
      new Sql(
          "statistics.sms",
          """
          select month, purpose, network, messages, segments, cost::text as cost, unpriced
          from sms_month where month between date_trunc('month', $1::date) and $2
          order by month, purpose, network
          """);

  private final Database database;

  public PgStatistics(Database database) {
    this.database = database;
  }

  @Override
  public List<SessionDay> sessions(Days days, LocalDate after, int limit) {
    return database.list(
        SESSIONS,
        row ->
            new SessionDay(
                row.getLocalDate("day"),
                row.getLong("sessions"),
                row.getLong("turns"),
                row.getLong("dropped")),
        days.from(),
        days.until(),
        after,
        limit);
  }

  @Override
  public List<ScreenDay> screens(Days days, LocalDate after, String screen, int limit) {
    return database.list(
        SCREENS,
        row ->
            new ScreenDay(
                row.getLocalDate("day"),
                row.getString("screen"),
                row.getLong("seen"),
                row.getLong("ended"),
                row.getLong("dropped")),
        days.from(),
        days.until(),
        after,
        screen,
        limit);
  }

  @Override
  public List<SmsMonth> sms(Days months) {
    return database.list(
        SMS,
        row ->
            new SmsMonth(
                row.getLocalDate("month"),
                row.getString("purpose"),
                row.getString("network"),
                row.getLong("messages"),
                row.getLong("segments"),
                new BigDecimal(row.getString("cost")),
                row.getLong("unpriced")),
        months.from(),
        months.until());
  }
}
