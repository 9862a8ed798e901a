package org.shiriki.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shiriki.pg.Shortfall;

class CauseTest {
  @Test
  void a_run_that_did_not_do_all_says_how_many_and_nothing_that_a_message_may_hold() {
    var cause = Cause.of(new Shortfall(1, 4, "polls", new IllegalStateException("0712345678")));

    assertThat(cause)
        .startsWith("Shortfall (1 of 4 polls) at CauseTest.")
        .contains("IllegalStateException")
        .doesNotContain("0712345678");
  }
}
