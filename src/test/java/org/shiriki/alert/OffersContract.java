package org.shiriki.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shiriki.Town;
import org.shiriki.staff.AuditEntry;

/// What every keeper of topics of alerts for staff promises.
interface OffersContract {
  AuditEntry ENTRY =
      new AuditEntry(Town.MORNING, "mwanaidi", "alerttopic.tried", "alert-topic/water", "");
  UUID CALL = new UUID(1, 1);
  Offer WATER = new Offer(AlertsContract.WATER, 3, false, 1);
  Offer BUDGET = new Offer(AlertsContract.BUDGET, 3, true, 1);

  /// A keeper of nothing.
  Offers offers();

  /// How many lines the audit has.
  int audited();

  @Test
  default void a_topic_comes_back_whole() {
    var offers = offers();

    assertThat(offers.add(WATER, CALL, ENTRY)).isTrue();

    assertThat(offers.find("water")).contains(WATER);
  }

  @Test
  default void the_same_call_makes_a_topic_once_and_another_call_none_with_its_id() {
    var offers = offers();
    var lines = audited();
    offers.add(WATER, CALL, ENTRY);

    assertThat(offers.add(WATER, CALL, ENTRY)).isTrue();
    assertThat(offers.add(WATER, new UUID(2, 2), ENTRY)).isFalse();
    assertThat(audited() - lines).isOne();
  }

  @Test
  default void a_change_of_what_somebody_else_changed_changes_nothing() {
    var offers = offers();
    offers.add(WATER, CALL, ENTRY);
    assertThat(offers.replace(WATER.offered(true), ENTRY)).isTrue();
    var lines = audited();

    assertThat(offers.replace(WATER.revised(AlertsContract.WATER, 7), ENTRY)).isFalse();

    assertThat(offers.find("water")).contains(WATER.offered(true));
    assertThat(audited()).isEqualTo(lines);
  }

  @Test
  default void pages_go_in_the_order_of_the_menu() {
    var offers = offers();
    offers.add(WATER, CALL, ENTRY);
    offers.add(BUDGET, new UUID(2, 2), ENTRY);

    assertThat(offers.page(-1, "", 9)).containsExactly(BUDGET, WATER);
    assertThat(offers.page(3, "budget", 9)).containsExactly(WATER);
    assertThat(offers.page(-1, "", 1)).containsExactly(BUDGET);
  }
}
