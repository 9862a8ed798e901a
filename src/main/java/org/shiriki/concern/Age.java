package org.shiriki.concern;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.shiriki.dialogue.Text;

/// Days as people in Kenya count them.
final class Age {
  private static final ZoneId KENYA = ZoneId.of("Africa/Nairobi");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private Age() {}

  /// How long ago something was: `siku 12`.
  static Text of(Instant then, Instant now) {
    var days = ChronoUnit.DAYS.between(local(then), local(now));
    if (days < 1) {
      return Text.of("leo", "today");
    }
    return days == 1
        ? Text.of("jana", "yesterday")
        : Text.of("siku {days}", "{days} days").with("days", days);
  }

  /// The day itself: `21/11/2026`.
  static String day(Instant at) {
    return DAY.format(local(at));
  }

  private static LocalDate local(Instant at) {
    return LocalDate.ofInstant(at, KENYA);
  }
}
