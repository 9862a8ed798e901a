package org.shiriki.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BroadcastTest {
  private static final Instant NOON = Instant.parse("2026-11-21T09:00:00Z");
  private static final Instant NIGHT = Instant.parse("2026-11-21T19:00:00Z");
  private static final Instant MORNING = Instant.parse("2026-11-22T05:00:00Z");

  private static Instant leaves(Draft draft, Instant now) {
    return Broadcast.unkept(draft, "asha").leavesAt(now);
  }

  @Test
  void an_alert_leaves_at_once_by_day_and_in_the_morning_by_night() {
    assertThat(leaves(Drafts.alert(), NOON)).isEqualTo(NOON);
    assertThat(leaves(Drafts.alert(), NIGHT)).isEqualTo(MORNING);
  }

  @Test
  void an_emergency_leaves_at_night_too() {
    assertThat(leaves(Drafts.emergency(Drafts.ALL), NIGHT)).isEqualTo(NIGHT);
  }

  @Test
  void a_political_text_leaves_two_days_later_at_the_earliest() {
    assertThat(leaves(Drafts.political(), NOON)).isEqualTo(NOON.plus(Broadcast.POLITICAL_NOTICE));
  }

  @Test
  void nothing_leaves_before_its_time() {
    var alert = Drafts.alert();
    var later =
        new Draft(
            alert.purpose(),
            alert.text(),
            alert.audience(),
            MORNING.plusSeconds(60),
            alert.reason(),
            alert.speaker());

    assertThat(leaves(later, NOON)).isEqualTo(MORNING.plusSeconds(60));
  }
}
