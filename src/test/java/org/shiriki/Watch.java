package org.shiriki;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Looks again and again, for what happens beside the test.
public final class Watch {
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private Watch() {}

  /// What is seen, as soon as it is as wanted; fails with what is seen at last.
  public static <T> T until(Supplier<T> look, Predicate<T> wanted) {
    return until(LONGEST, look, wanted);
  }

  /// The same for what takes longer.
  public static <T> T until(Duration longest, Supplier<T> look, Predicate<T> wanted) {
    var deadline = System.nanoTime() + longest.toNanos();
    var seen = look.get();
    while (!wanted.test(seen)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("At last it was " + seen);
      }
      Thread.onSpinWait();
      seen = look.get();
    }
    return seen;
  }
}
