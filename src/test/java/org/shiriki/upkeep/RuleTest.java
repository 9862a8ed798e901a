package org.shiriki.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import org.junit.jupiter.api.Test;
import org.shiriki.Town;

class RuleTest {
  private static Rule rule(String id) {
    return Rule.read(Town.CONFIG).stream()
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_period_lies_between_what_must_and_what_may_be_kept() {
    var sessions = rule("ussd-turns");

    assertThat(sessions.allows(Period.ofDays(1))).isTrue();
    assertThat(sessions.allows(Period.ofDays(30))).isTrue();
    assertThat(sessions.allows(Period.ofDays(31))).isFalse();
    assertThat(sessions.allows(Period.ZERO)).isFalse();
  }

  @Test
  void months_and_years_and_days_are_compared() {
    assertThat(rule("sms-bodies").allows(Period.ofYears(1))).isTrue();
    assertThat(rule("sms-bodies").allows(Period.ofDays(366))).isFalse();
  }

  @Test
  void the_audit_is_kept_for_six_years_and_no_day_less() {
    assertThat(rule("audit").allows(Period.ofYears(6))).isTrue();
    assertThat(rule("audit").allows(Period.ofYears(6).minusDays(1))).isFalse();
  }
}
