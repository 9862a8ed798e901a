package org.shiriki.information;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.shiriki.dialogue.Turn;

/// The calendar of the people who read.
final class Day {
  private static final ZoneId KENYA = ZoneId.of("Africa/Nairobi");

  private Day() {}

  static LocalDate of(Turn turn) {
    return of(turn.now());
  }

  static LocalDate of(Instant instant) {
    return LocalDate.ofInstant(instant, KENYA);
  }
}
