package org.shiriki.job;

import java.time.Duration;
import java.time.LocalTime;
import org.shiriki.pg.Rhythm;

/// Something that is done again and again, by one node at a time.
///
/// @param name its own for ever
/// @param what it does, for staff
/// @param round does it once; again does no harm
public record Job(String name, Rhythm rhythm, String what, Runnable round) {
  /// One that is done again so long after it was done.
  public static Job every(Duration pause, String name, String what, Runnable round) {
    return new Job(name, new Rhythm.Every(pause), what, round);
  }

  /// One that is done once a day.
  ///
  /// @param at what clocks in Kenya show then
  public static Job daily(LocalTime at, String name, String what, Runnable round) {
    return new Job(name, new Rhythm.Daily(at), what, round);
  }
}
