package org.shiriki.statistics;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shiriki.api.Call;
import org.shiriki.api.Cursor;
import org.shiriki.api.Reply;
import org.shiriki.statistics.MonthReport.Line;
import org.shiriki.statistics.MonthReport.Section;

/// Months as staff read them.
record MonthReportDesk(MonthReports reports) {
  private static final YearMonth NEVER = YearMonth.of(9999, 1);

  private record Row(String month, Instant madeAt) {}

  /// @param amount null where it is of too few people to be shown
  private record LineView(
      Section section,
      String county,
      String subject,
      String measure,
      @Nullable BigDecimal amount) {}

  Reply list(Call call) {
    var before = call.after(1).map(List::getFirst).flatMap(MonthReportDesk::month).orElse(NEVER);
    var found = reports.list(before, call.limit() + 1);
    var rows =
        found.stream()
            .limit(call.limit())
            .map(report -> new Row(report.month().toString(), report.madeAt()))
            .toList();
    return new Reply.Rows(
        rows, found.size() <= call.limit() ? "" : Cursor.of(rows.getLast().month));
  }

  /// The sums that the caller may see: who sees only what is referred to them is told of no
  /// concerns of others.
  Reply read(Call call, boolean outside) {
    var referred = call.scope().isOnlyReferred();
    return month(call.path("month"))
        .flatMap(reports::lines)
        .map(lines ->
            lines.stream().filter(line -> !referred || !line.section().countsConcerns()).toList())
        .<Reply>map(lines -> Reply.all(views(lines, outside)))
        .orElseGet(Reply::missing);
  }

  /// What few messages cost tells how many they were.
  private static List<LineView> views(List<Line> lines, boolean outside) {
    Set<String> few =
        lines.stream()
            .filter(line -> line.measure().equals(Line.MESSAGES) && line.isFew())
            .map(Line::subject)
            .collect(Collectors.toSet());
    return lines.stream()
        .map(line -> {
          var costOfFew = line.measure().equals(Line.COST) && few.contains(line.subject());
          return view(line, outside && (line.isFew() || costOfFew));
        })
        .toList();
  }

  private static LineView view(Line line, boolean hidden) {
    return new LineView(
        line.section(),
        line.county(),
        line.subject(),
        line.measure(),
        hidden ? null : line.amount());
  }

  private static Optional<YearMonth> month(String text) {
    try {
      return Optional.of(YearMonth.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
