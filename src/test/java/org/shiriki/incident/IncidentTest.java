package org.shiriki.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiriki.incident.Incident.Clock;
import org.shiriki.incident.Incident.Facts;
import org.shiriki.incident.Incident.Kind;
import org.shiriki.incident.Incident.Role;

class IncidentTest {
  private static final Instant FOUND = Instant.parse("2026-11-18T09:00:00Z");
  private static final Incident LIST =
      Incident.opened(
          "dpo",
          FOUND,
          new Facts(
              Kind.LOSS, Role.CONTROLLER, FOUND, List.of("wards"), 3, "A list of 0711880001", ""));

  private static Clock after(Duration time) {
    return LIST.clock(FOUND.plus(time));
  }

  @Test
  void its_clock_warns_twelve_hours_before_the_seventy_two_are_over() {
    var second = Duration.ofSeconds(1);

    assertThat(after(Duration.ofHours(60).minus(second))).isEqualTo(Clock.RUNNING);
    assertThat(after(Duration.ofHours(60))).isEqualTo(Clock.NEAR);
    assertThat(after(Duration.ofDays(3).minus(second))).isEqualTo(Clock.NEAR);
    assertThat(after(Duration.ofDays(3))).isEqualTo(Clock.OVERDUE);
  }

  @Test
  void its_clock_stops_with_the_notification_or_the_end() {
    var late = FOUND.plus(Duration.ofDays(9));

    assertThat(LIST.notified("dpo", late, late, "ODPC/77").clock(late)).isEqualTo(Clock.STOPPED);
    assertThat(LIST.closed("dpo", late, "nothing came").clock(late)).isEqualTo(Clock.STOPPED);
    assertThat(LIST.told("dpo", late, late, "by SMS").clock(late)).isEqualTo(Clock.OVERDUE);
  }

  @Test
  void a_number_in_its_words_is_named_by_the_field() {
    assertThat(LIST.facts().careless()).containsExactly("/description");
  }
}
