package org.shiriki.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RestTest {
  private static final Instant NOON = Instant.parse("2026-11-21T09:00:00Z");
  private final Rest rest = new Rest(new Random(7));

  @Test
  void a_carrier_that_keeps_failing_is_left_alone_longer_and_longer_up_to_a_limit() {
    var waits = new ArrayList<Duration>();
    var now = NOON;

    for (var failure = 0; failure < 12; failure++) {
      rest.after(now, Duration.ZERO);
      waits.add(Duration.between(now, rest.until()));
      now = rest.until();
    }

    assertThat(waits.getFirst()).isBetween(Duration.ofMillis(500), Duration.ofMillis(750));
    assertThat(waits.get(3)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
    assertThat(waits.getLast()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(45));
    assertThat(waits).doesNotHaveDuplicates();
  }

  @Test
  void requests_that_fail_side_by_side_count_as_one() {
    rest.after(NOON, Duration.ZERO);
    var until = rest.until();

    rest.after(NOON.plusMillis(10), Duration.ZERO);

    assertThat(rest.until()).isEqualTo(until);
  }

  @Test
  void it_comes_back_with_a_single_message() {
    rest.after(NOON, Duration.ofSeconds(9));

    assertThat(rest.resting(NOON.plusSeconds(8))).isTrue();
    assertThat(rest.resting(NOON.plusSeconds(14))).isFalse();
    assertThat(rest.most(500)).isEqualTo(1);
    rest.fine();
    assertThat(rest.most(500)).isEqualTo(500);
  }

  @Test
  void a_pause_shows_until_something_was_sent_again() {
    rest.pause(NOON);

    assertThat(rest.paused()).isTrue();
    assertThat(rest.resting(NOON.plusSeconds(59))).isTrue();
    rest.fine();
    assertThat(rest.paused()).isFalse();
  }
}
