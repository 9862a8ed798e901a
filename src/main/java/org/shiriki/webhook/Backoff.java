package org.shiriki.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long a delivery waits after an attempt that was not good: ten seconds, then twice as long
/// each time up to two hours, a fifth more or less by chance.
record Backoff(RandomGenerator chance) {
  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofHours(2);
  private static final double SPREAD = 0.2;

  /// @param attempts how many there were, from 1
  Duration after(int attempts) {
    var doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, 20));
    var pause = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    return Duration.ofMillis(
        Math.round(pause.toMillis() * (1 - SPREAD + 2 * SPREAD * chance.nextDouble())));
  }
}
