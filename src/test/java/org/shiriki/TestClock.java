package org.shiriki;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that moves only when it is told to.
public final class TestClock implements InstantSource {
  private volatile Instant now;

  public TestClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }
}
