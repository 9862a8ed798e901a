package org.shiriki.simulator;

/// What goes wrong on the way between one phone and the gateway.
///
/// @param duplicate every callback is posted twice at the same time; the first answer is shown
/// @param drop the gateway's answer is thrown away and the session ends
/// @param delayMillis how long a key press takes to reach the gateway
record Faults(boolean duplicate, boolean drop, int delayMillis) {
  static final Faults NONE = new Faults(false, false, 0);
  private static final int LONGEST_DELAY = 60_000;

  Faults {
    if (delayMillis < 0 || delayMillis > LONGEST_DELAY) {
      throw new IllegalArgumentException(
          "delayMillis must be between 0 and %d".formatted(LONGEST_DELAY));
    }
  }
}
