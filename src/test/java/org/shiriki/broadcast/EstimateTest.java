package org.shiriki.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shiriki.Town;
import org.shiriki.broadcast.Mailings.Group;
import org.shiriki.dialogue.Language;
import org.shiriki.sms.Prices;

class EstimateTest {
  private static final List<Group> GROUPS =
      List.of(
          new Group(Language.KISWAHILI, "", 70, 140),
          new Group(Language.ENGLISH, "", 30, 30),
          new Group(Language.ENGLISH, "CAP", 5, 5));

  private static Estimate estimate(Optional<BigDecimal> credit, long perDay, long today) {
    return Estimate.of(GROUPS, Prices.read(Town.CONFIG), credit, perDay, today);
  }

  @Test
  void who_gets_nothing_costs_nothing() {
    var estimate = estimate(Optional.empty(), 1_000, 0);

    assertThat(estimate.recipients()).isEqualTo(100);
    assertThat(estimate.people("CAP")).isEqualTo(5);
    assertThat(estimate.segments()).isEqualTo(170);
    assertThat(estimate.cost()).isEqualTo("136.00");
  }

  @Test
  void it_is_held_against_the_credit_and_what_is_not_known_is_no_obstacle() {
    assertThat(estimate(Optional.of(new BigDecimal("136")), 1_000, 0).affordable()).isTrue();
    assertThat(estimate(Optional.of(new BigDecimal("135.99")), 1_000, 0).affordable()).isFalse();
    assertThat(estimate(Optional.empty(), 1_000, 0).affordable()).isTrue();
  }

  @Test
  void it_is_held_against_what_may_still_leave_today() {
    assertThat(estimate(Optional.empty(), 170, 0).withinDay()).isTrue();
    assertThat(estimate(Optional.empty(), 170, 1).withinDay()).isFalse();
    assertThat(estimate(Optional.empty(), 170, 500).leftToday()).isZero();
  }
}
