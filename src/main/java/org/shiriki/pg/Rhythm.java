package org.shiriki.pg;

import java.time.Duration;
import java.time.LocalTime;

/// How often something is done.
public sealed interface Rhythm {
  /// Again and again, so long after the last time was over.
  record Every(Duration pause) implements Rhythm {
    @Override
    public String toString() {
      return pause.toString();
    }
  }

  /// Once a day.
  ///
  /// @param at what clocks in Kenya show then
  record Daily(LocalTime at) implements Rhythm {
    @Override
    public String toString() {
      return at.toString();
    }
  }
}
