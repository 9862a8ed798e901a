package org.shiriki.sms;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/// What a message is for; it decides at which hours it may leave, in Nairobi's time.
///
/// Marketing by SMS is for 7:00 to 19:00 only, unless it was asked for (Communications Authority's
/// guidelines); political messages for 8:00 to 18:00 (CCK 2012, CA and NCIC 2017), and we keep to
/// that for all that nobody asked for.
public enum Purpose {
  /// Answers an SMS that the person wrote just now; it goes even to those who left, so that they
  /// hear that they did.
  ANSWER(LocalTime.MIN, LocalTime.MAX),
  /// What the person asked for.
  SERVICE(LocalTime.MIN, LocalTime.MAX),
  /// Reminds a person of what they left half done; [#REMINDS] after that it is of no use.
  REMINDER(LocalTime.of(8, 0), LocalTime.of(18, 0)),
  /// News of the person's own matter.
  UPDATE(LocalTime.of(7, 0), LocalTime.of(19, 0)),
  ALERT(LocalTime.of(8, 0), LocalTime.of(18, 0)),
  EDUCATION(LocalTime.of(8, 0), LocalTime.of(18, 0)),
  POLITICAL(LocalTime.of(8, 0), LocalTime.of(18, 0)),
  /// Danger to life, released by a director.
  EMERGENCY(LocalTime.MIN, LocalTime.MAX);

  /// How long after somebody broke off they can be reminded.
  public static final Duration REMINDS = Duration.ofMinutes(6);

  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

  private final LocalTime from;
  private final LocalTime until;

  Purpose(LocalTime from, LocalTime until) {
    this.from = from;
    this.until = until;
  }

  /// The first instant from now on at which such a message may leave.
  public Instant opens(Instant now) {
    var local = now.atZone(NAIROBI);
    if (local.toLocalTime().isBefore(from)) {
      return local.with(from).toInstant();
    }
    return until.equals(LocalTime.MAX) || local.toLocalTime().isBefore(until)
        ? now
        : local.plusDays(1).with(from).toInstant();
  }

  /// Whether a person who left or opted out hears it all the same.
  boolean passesOptOut() {
    return this == ANSWER;
  }
}
