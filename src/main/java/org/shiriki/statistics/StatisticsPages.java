package org.shiriki.statistics;

import static org.shiriki.console.Page.Group.HOUSE;
import static org.shiriki.staff.Right.STATISTICS_SEE;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shiriki.console.Doc;
import org.shiriki.console.Look;
import org.shiriki.console.Page;
import org.shiriki.console.Pages;
import org.shiriki.console.Tile;
import org.shiriki.console.View;
import org.shiriki.dialogue.Text;

/// The house's own sums in the browsers of staff.
public final class StatisticsPages implements Pages {
  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
  private static final int SCREENS = 25;

  /// How many sessions came by a screen in all days, and what became of them there.
  public record ScreenSum(String screen, long seen, long ended, long dropped) {
    static ScreenSum of(Doc day) {
      return new ScreenSum(
          day.text("screen"), day.number("seen"), day.number("ended"), day.number("dropped"));
    }

    ScreenSum plus(ScreenSum other) {
      return new ScreenSum(screen, seen + other.seen, ended + other.ended, dropped + other.dropped);
    }

    /// Of a hundred sessions that came by, how many were lost there.
    public long lost() {
      return seen == 0 ? 0 : Math.round(100.0 * dropped / seen);
    }
  }

  /// What the SMS of a month cost.
  public record MonthSum(long messages, long segments, double cost) {
    MonthSum plus(MonthSum other) {
      return new MonthSum(messages + other.messages, segments + other.segments, cost + other.cost);
    }
  }

  @Override
  public List<Page> pages() {
    return List.of(
        Page.listed(
            "/statistics",
            STATISTICS_SEE,
            HOUSE,
            Text.of("Takwimu", "Statistics"),
            StatisticsPages::sums));
  }

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(STATISTICS_SEE, StatisticsPages::lately));
  }

  private static View lately(Look look) {
    var first = LocalDate.ofInstant(look.at(), NAIROBI).withDayOfMonth(1);
    var month = Map.of("from", List.of(first.toString()));
    var days = look.all("listSessionDays", Map.of(), month);
    var screens = screens(look.all("listScreenDays", Map.of(), month));
    var sms = look.ask("listSmsMonths", Map.of(), month).items();
    return View.of("statistics/lately.jte")
        .with("sessions", days.stream().mapToLong(day -> day.number("sessions")).sum())
        .with("dropped", days.stream().mapToLong(day -> day.number("dropped")).sum())
        .with("screens", screens.subList(0, Math.min(5, screens.size())))
        .with("messages", sms.stream().mapToLong(line -> line.number("messages")).sum())
        .with("cost", sms.stream().mapToDouble(line -> line.amount("cost")).sum());
  }

  private static View sums(Look look) {
    var sms = look.ask("listSmsMonths", Map.of(), year(look)).items();
    return View.of("statistics/sums.jte")
        .with("days", look.all("listSessionDays", Map.of(), period(look)))
        .with("screens", screens(look.all("listScreenDays", Map.of(), period(look))))
        .with("months", months(sms))
        .with("sms", sms);
  }

  private static Map<String, List<String>> period(Look look) {
    var period = new HashMap<String, List<String>>();
    for (var end : List.of("from", "until")) {
      period.put(end, look.queries(end));
    }
    period.values().removeIf(List::isEmpty);
    return period;
  }

  /// What messages cost is told for a year where nothing else is asked for.
  private static Map<String, List<String>> year(Look look) {
    var period = period(look);
    var first = LocalDate.ofInstant(look.at(), NAIROBI).minusMonths(11).withDayOfMonth(1);
    period.putIfAbsent("from", List.of(first.toString()));
    return period;
  }

  private static List<ScreenSum> screens(List<Doc> days) {
    var sums = new LinkedHashMap<String, ScreenSum>();
    days.forEach(day -> sums.merge(day.text("screen"), ScreenSum.of(day), ScreenSum::plus));
    return sums.values().stream()
        .sorted(Comparator.comparingLong(ScreenSum::dropped).reversed())
        .limit(SCREENS)
        .toList();
  }

  private static Map<String, MonthSum> months(List<Doc> sms) {
    var sums = new TreeMap<String, MonthSum>();
    for (var row : sms) {
      var sum = new MonthSum(row.number("messages"), row.number("segments"), row.amount("cost"));
      sums.merge(row.text("month"), sum, MonthSum::plus);
    }
    return sums;
  }
}
