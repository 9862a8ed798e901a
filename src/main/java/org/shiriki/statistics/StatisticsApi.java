package org.shiriki.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shiriki.api.Api;
import org.shiriki.api.Call;
import org.shiriki.api.Cursor;
import org.shiriki.api.Reply;
import org.shiriki.staff.Colleague;
import org.shiriki.staff.Role;
import org.shiriki.staff.Scope;
import org.shiriki.statistics.Statistics.Days;
import org.shiriki.statistics.Statistics.ScreenDay;
import org.shiriki.statistics.Statistics.SessionDay;
import org.shiriki.statistics.Statistics.SmsMonth;

/// The house's own sums, for who may see statistics.
public final class StatisticsApi implements Api {
  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
  private static final LocalDate NEVER = LocalDate.EPOCH;
  private static final int USUAL_DAYS = 30;

  /// Who looks on from outside.
  private static final Set<Role> OUTSIDE = Set.of(Role.PARTNER, Role.BOARD);

  private final Statistics statistics;
  private final MonthReportDesk months;

  public StatisticsApi(Statistics statistics, MonthReports reports) {
    this.statistics = statistics;
    this.months = new MonthReportDesk(reports);
  }

  /// A count that is null where it is too small to be shown.
  private record SessionView(
      String day, @Nullable Long sessions, @Nullable Long turns, @Nullable Long dropped) {}

  private record ScreenView(
      String day,
      String screen,
      @Nullable Long seen,
      @Nullable Long ended,
      @Nullable Long dropped) {}

  private record SmsView(
      String month,
      String purpose,
      String network,
      @Nullable Long messages,
      @Nullable Long segments,
      @Nullable BigDecimal cost,
      @Nullable Long unpriced) {}

  @Override
  public String name() {
    return "statistics";
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.ofEntries(
        entry("listSessionDays", this::sessions),
        entry("listScreenDays", this::screens),
        entry("listSmsMonths", this::sms),
        entry("listReports", months::list),
        entry("readReport", call -> months.read(call, outside(call.colleague()))));
  }

  private static Map.Entry<String, Operation> entry(String id, Operation operation) {
    return Map.entry(
        id,
        call ->
            call.scope().covers(Scope.ANY, Scope.ANY) ? operation.answer(call) : Reply.missing());
  }

  private Reply sessions(Call call) {
    var after = call.after(1).map(List::getFirst).map(LocalDate::parse).orElse(NEVER);
    var page = statistics.sessions(days(call), after, call.limit());
    var next = page.size() < call.limit() ? "" : Cursor.of(page.getLast().day());
    var outside = outside(call.colleague());
    return new Reply.Rows(page.stream().map(day -> view(day, outside)).toList(), next);
  }

  private static SessionView view(SessionDay day, boolean outside) {
    var few = outside && day.sessions() < Statistics.FEWEST;
    return new SessionView(
        day.day().toString(),
        shown(day.sessions(), outside),
        few ? null : day.turns(),
        shown(day.dropped(), outside));
  }

  private Reply screens(Call call) {
    var after = call.after(2);
    var page =
        statistics.screens(
            days(call),
            after.map(parts -> LocalDate.parse(parts.get(0))).orElse(NEVER),
            after.map(parts -> parts.get(1)).orElse(""),
            call.limit());
    var next =
        page.size() < call.limit() ? "" : Cursor.of(page.getLast().day(), page.getLast().screen());
    var outside = outside(call.colleague());
    return new Reply.Rows(page.stream().map(screen -> view(screen, outside)).toList(), next);
  }

  private static ScreenView view(ScreenDay screen, boolean outside) {
    return new ScreenView(
        screen.day().toString(),
        screen.screen(),
        shown(screen.seen(), outside),
        shown(screen.ended(), outside),
        shown(screen.dropped(), outside));
  }

  private Reply sms(Call call) {
    var outside = outside(call.colleague());
    return Reply.all(
        statistics.sms(days(call)).stream().map(month -> view(month, outside)).toList());
  }

  /// What few messages cost tells how many they were.
  private static SmsView view(SmsMonth month, boolean outside) {
    var few = outside && month.messages() < Statistics.FEWEST;
    return new SmsView(
        month.month().toString().substring(0, 7),
        month.purpose(),
        month.network(),
        few ? null : month.messages(),
        few ? null : month.segments(),
        few ? null : month.cost(),
        few ? null : month.unpriced());
  }

  private static @Nullable Long shown(long count, boolean outside) {
    return outside && count < Statistics.FEWEST ? null : count;
  }

  private static boolean outside(Colleague colleague) {
    return colleague.grants().stream().allMatch(grant -> OUTSIDE.contains(grant.role()));
  }

  private static Days days(Call call) {
    var until =
        call.query("until").map(LocalDate::parse).orElse(call.at().atZone(NAIROBI).toLocalDate());
    var from = call.query("from").map(LocalDate::parse).orElse(until.minusDays(USUAL_DAYS));
    return new Days(from, until);
  }
}
