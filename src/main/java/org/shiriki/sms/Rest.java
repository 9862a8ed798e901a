package org.shiriki.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

/// When the carrier may be asked again. After a failure it is left alone, longer each time, and
/// then tried with a single message.
final class Rest {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 6;

  private record Standing(Instant until, int failures, boolean paused) {}

  private static final Standing FINE = new Standing(Instant.MIN, 0, false);

  private final RandomGenerator chance;
  private final AtomicReference<Standing> standing = new AtomicReference<>(FINE);

  Rest(RandomGenerator chance) {
    this.chance = chance;
  }

  boolean resting(Instant now) {
    return now.isBefore(until());
  }

  Instant until() {
    return standing.get().until();
  }

  /// Whether nothing can leave before a person has mended something.
  boolean paused() {
    return standing.get().paused();
  }

  /// How many messages to take on: one when it is only to see whether the carrier is back.
  int most(int usual) {
    return standing.get().failures() == 0 ? usual : 1;
  }

  void fine() {
    standing.set(FINE);
  }

  /// Something went wrong; failures of requests that left side by side count as one.
  void after(Instant now, Duration wanted) {
    standing.updateAndGet(before -> {
      if (now.isBefore(before.until())) {
        return before;
      }
      var wait = FIRST.multipliedBy(1L << Math.min(before.failures(), MOST_DOUBLINGS));
      return new Standing(
          now.plus(jittered(longer(wanted, shorter(wait, LONGEST)))), before.failures() + 1, false);
    });
  }

  void pause(Instant now) {
    standing.updateAndGet(
        before -> new Standing(now.plus(jittered(PAUSE)), before.failures() + 1, true));
  }

  /// Up to half as long again, so that nodes do not come back all at once.
  private Duration jittered(Duration wait) {
    return wait.plusMillis(chance.nextLong(wait.toMillis() / 2 + 1));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
