package org.shiriki.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shiriki.broadcast.Estimate.Enough;
import org.shiriki.broadcast.Mailings.Group;
import org.shiriki.dialogue.Language;
import org.shiriki.privacy.Operator;
import org.shiriki.sms.Credit;
import org.shiriki.sms.Prices;

class EstimateTest {
  private static final Credit UNTOLD = new Credit.Untold();
  private static final List<Group> GROUPS =
      List.of(
          new Group(Language.KISWAHILI, Operator.SAFARICOM, "", 60, 120),
          new Group(Language.KISWAHILI, Operator.AIRTEL, "", 10, 20),
          new Group(Language.ENGLISH, Operator.OTHER, "", 4, 4),
          new Group(Language.ENGLISH, Operator.UNKNOWN, "", 26, 26),
          new Group(Language.ENGLISH, Operator.SAFARICOM, "CAP", 5, 5));

  @TempDir private Path config;

  @BeforeEach
  void prices() {
    try {
      Files.writeString(
          config.resolve("sms-prices.yaml"),
          "- {id: safaricom, ksh: 0.80}\n- {id: airtel, ksh: 0.50}\n- {id: telkom, ksh: 1.00}\n");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Estimate estimate(Credit credit, long perDay, long today) {
    return Estimate.of(GROUPS, Prices.read(config), credit, perDay, today);
  }

  @Test
  void who_gets_nothing_costs_nothing() {
    var estimate = estimate(UNTOLD, 1_000, 0);

    assertThat(estimate.recipients()).isEqualTo(100);
    assertThat(estimate.people("CAP")).isEqualTo(5);
    assertThat(estimate.segments()).isEqualTo(170);
  }

  @Test
  void each_network_is_counted_at_its_own_price_and_one_that_nobody_knows_at_the_dearest() {
    var estimate = estimate(UNTOLD, 1_000, 0);

    assertThat(estimate.recipients(Operator.AIRTEL)).isEqualTo(10);
    assertThat(estimate.cost()).isEqualTo("136.00");
    assertThat(estimate.guessed()).isEqualTo(30);
  }

  @Test
  void it_is_held_against_the_credit() {
    assertThat(estimate(new Credit.Shillings(new BigDecimal("136")), 1_000, 0).enough())
        .isEqualTo(Enough.YES);
    assertThat(estimate(new Credit.Shillings(new BigDecimal("135.99")), 1_000, 0).enough())
        .isEqualTo(Enough.NO);
  }

  @Test
  void credit_in_other_money_is_no_silence() {
    var dollars = estimate(new Credit.OtherMoney("USD", new BigDecimal("9.50")), 1_000, 0);

    assertThat(dollars.enough()).isEqualTo(Enough.OTHER_MONEY);
    assertThat(dollars.credit()).isEqualTo(new Credit.OtherMoney("USD", new BigDecimal("9.50")));
    assertThat(estimate(UNTOLD, 1_000, 0).enough()).isEqualTo(Enough.UNTOLD);
  }

  @Test
  void it_is_held_against_what_may_still_leave_today() {
    assertThat(estimate(UNTOLD, 170, 0).withinDay()).isTrue();
    assertThat(estimate(UNTOLD, 170, 1).withinDay()).isFalse();
    assertThat(estimate(UNTOLD, 170, 500).leftToday()).isZero();
  }
}
