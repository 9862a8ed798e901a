package org.shiriki.ussd;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/// The wait for one answer, which ends once: the work was done in time, or the clock ran out.
final class Patience {
  private enum End {
    OPEN,
    MET,
    RUN_OUT
  }

  private final long began = System.nanoTime();
  private final AtomicReference<End> end = new AtomicReference<>(End.OPEN);

  /// The work is done.
  ///
  /// @return whether in time
  boolean met() {
    return end.compareAndSet(End.OPEN, End.MET);
  }

  /// The clock ran out.
  ///
  /// @return whether before the work was done
  boolean ranOut() {
    return end.compareAndSet(End.OPEN, End.RUN_OUT);
  }

  /// How long it has lasted.
  Duration soFar() {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
