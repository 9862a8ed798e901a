package org.shiriki.ussd;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.ScreenJson;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.pg.Transaction;
import org.shiriki.privacy.Vault;

/// Counts sessions that are over, by day and by screen, from the turns that are kept anyway:
/// nothing is written for it while people press keys, and nothing of a person is in what is left.
///
/// How far it has come is a row that whoever counts holds, and which moves in the transaction that
/// adds the counts up: each session is counted once, whatever dies. Sessions in which something
/// stayed private are left out, and so is who left everything before they were counted.
public final class PgTraffic {
  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
  private static final int BATCH = 200;

  private static final Sql TAKE =
      new Sql(
          "traffic.take",
          "select at, id from counted where what = 'sessions' for update skip locked");
  private static final Sql OVER =
      new Sql(
          "traffic.over",
          """
          select session_id, at from ussd_turn as turn
          where (at, session_id) > ($1, $2) and at <= $3 and not brief and not exists (
            select from ussd_turn as later where later.session_id = turn.session_id
              and later.text_length > turn.text_length)
          order by at, session_id limit $4
          """);
  private static final Sql TURNS =
      new Sql(
          "traffic.turns",
          """
          select session_id, at, open, sealed from ussd_turn where session_id = any($1)
          order by session_id, text_length
          """);
  private static final Sql ADD_SESSIONS =
      new Sql(
          "traffic.add_sessions",
          """
          insert into session_day (day, sessions, turns, dropped)
          select * from unnest($1::date[], $2::bigint[], $3::bigint[], $4::bigint[])
          on conflict (day) do update set sessions = session_day.sessions + excluded.sessions,
            turns = session_day.turns + excluded.turns,
            dropped = session_day.dropped + excluded.dropped
          """);
  private static final Sql ADD_SCREENS =
      new Sql(
          "traffic.add_screens",
          """
          insert into screen_day (day, screen, seen, ended, dropped)
          select * from unnest($1::date[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[])
          on conflict (day, screen) do update set seen = screen_day.seen + excluded.seen,
            ended = screen_day.ended + excluded.ended,
            dropped = screen_day.dropped + excluded.dropped
          """);
  private static final Sql MOVE =
      new Sql("traffic.move", "update counted set at = $1, id = $2 where what = 'sessions'");

  private final Database database;
  private final PgTurns turns;
  private final Duration over;
  private final InstantSource clock;

  /// What counts.
  ///
  /// @param limits after how long nothing more comes of a session
  public PgTraffic(
      Database database, Vault vault, ScreenJson json, UssdLimits limits, InstantSource clock) {
    this.database = database;
    this.turns = new PgTurns(vault, json);
    this.over = limits.session();
    this.clock = clock;
  }

  private record Mark(OffsetDateTime at, String session) {}

  private record Place(LocalDate day, String screen) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      var byDay = day.compareTo(other.day);
      return byDay == 0 ? screen.compareTo(other.screen) : byDay;
    }
  }

  /// @param seen sessions, or sessions that came by a screen
  /// @param ended turns, or sessions that were ended at a screen
  private record Count(long seen, long ended, long dropped) {
    Count plus(Count other) {
      return new Count(seen + other.seen, ended + other.ended, dropped + other.dropped);
    }
  }

  /// What one batch of sessions adds up to.
  private record Sums(TreeMap<LocalDate, Count> days, TreeMap<Place, Count> screens) {}

  /// Counts all sessions that are over and were not counted yet, unless another node is at it.
  public void round() {
    var until = clock.instant().minus(over);
    var counted = step(until);
    while (counted == BATCH) {
      counted = step(until);
    }
  }

  private int step(Instant until) {
    return database.transaction(transaction -> {
      var mark = transaction.first(TAKE, row -> mark(row, "id"));
      return mark.map(from -> count(transaction, from, until)).orElse(0);
    });
  }

  private int count(Transaction transaction, Mark from, Instant until) {
    var sessions =
        transaction.list(
            OVER,
            row -> mark(row, "session_id"),
            from.at(),
            from.session(),
            until.atOffset(ZoneOffset.UTC),
            BATCH);
    if (sessions.isEmpty()) {
      return 0;
    }
    var sums = new Sums(new TreeMap<>(), new TreeMap<>());
    var ids = sessions.stream().map(Mark::session).toArray(String[]::new);
    var rows = new LinkedHashMap<String, List<Row>>();
    transaction
        .run(TURNS, (Object) ids)
        .forEach(row ->
            rows.computeIfAbsent(row.getString("session_id"), _ -> new ArrayList<>()).add(row));
    rows.values().forEach(session -> add(session, sums));
    keep(transaction, sums);
    transaction.run(MOVE, sessions.getLast().at(), sessions.getLast().session());
    return sessions.size();
  }

  private void add(List<Row> session, Sums sums) {
    var last = session.getLast();
    var day = last.getOffsetDateTime("at").atZoneSameInstant(NAIROBI).toLocalDate();
    var dropped = last.getBoolean("open");
    sums.days().merge(day, new Count(1, session.size(), dropped ? 1 : 0), Count::plus);
    var tops = session.stream().map(this::screen).toList();
    tops.stream()
        .filter(screen -> !screen.isEmpty())
        .distinct()
        .forEach(screen -> add(sums, day, screen, new Count(1, 0, 0)));
    var end = end(tops, dropped);
    if (end != null) {
      add(sums, day, end, dropped ? new Count(0, 0, 1) : new Count(0, 1, 0));
    }
  }

  private static void add(Sums sums, LocalDate day, String screen, Count count) {
    sums.screens().merge(new Place(day, screen), count, Count::plus);
  }

  /// Where a session came to its end: what the phone showed last, or what it showed before the last
  /// words.
  private static @Nullable String end(List<String> tops, boolean dropped) {
    var end = tops.get(dropped || tops.size() == 1 ? tops.size() - 1 : tops.size() - 2);
    return end.isEmpty() ? null : end;
  }

  /// The screen of a turn; empty if it cannot be read any more.
  private String screen(Row turn) {
    return turns
        .conversation(turn)
        .map(conversation -> ScreenJson.nameOf(conversation.stack().getLast().screen().getClass()))
        .orElse("");
  }

  private static void keep(Transaction transaction, Sums sums) {
    transaction.run(
        ADD_SESSIONS,
        sums.days().keySet().toArray(LocalDate[]::new),
        column(sums.days(), Count::seen),
        column(sums.days(), Count::ended),
        column(sums.days(), Count::dropped));
    transaction.run(
        ADD_SCREENS,
        sums.screens().keySet().stream().map(Place::day).toArray(LocalDate[]::new),
        sums.screens().keySet().stream().map(Place::screen).toArray(String[]::new),
        column(sums.screens(), Count::seen),
        column(sums.screens(), Count::ended),
        column(sums.screens(), Count::dropped));
  }

  private static Long[] column(Map<?, Count> counts, ToLongFunction<Count> value) {
    return counts.values().stream().map(value::applyAsLong).toArray(Long[]::new);
  }

  private static Mark mark(Row row, String id) {
    return new Mark(row.getOffsetDateTime("at"), row.getString(id));
  }
}
