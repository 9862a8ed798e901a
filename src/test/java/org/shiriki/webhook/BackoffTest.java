package org.shiriki.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final long SEED = 7;

  private final Backoff backoff = new Backoff(new Random(SEED));

  @Test
  void it_doubles_from_ten_seconds_and_ends_at_two_hours_a_fifth_more_or_less() {
    for (var attempt = 1; attempt <= 200; attempt++) {
      var middle = Math.min(10_000L << Math.min(attempt - 1, 20), Duration.ofHours(2).toMillis());

      assertThat(backoff.after(attempt).toMillis())
          .as("attempt %d, seed %d", attempt, SEED)
          .isBetween(Math.round(middle * 0.8), Math.round(middle * 1.2));
    }
  }

  @Test
  void two_that_fail_together_do_not_come_back_together() {
    assertThat(backoff.after(5)).isNotEqualTo(backoff.after(5));
  }
}
