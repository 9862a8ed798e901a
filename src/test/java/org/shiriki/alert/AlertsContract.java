package org.shiriki.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiriki.Town;
import org.shiriki.alert.Reach.Everywhere;
import org.shiriki.alert.Reach.MyCounty;
import org.shiriki.alert.Reach.MyWard;
import org.shiriki.dialogue.Text;
import org.shiriki.privacy.PhoneKey;

/// What every keeper of alerts promises.
interface AlertsContract {
  AlertTopic BUDGET =
      new AlertTopic(
          "budget", Text.of("Bajeti", "Budget"), Text.of("Tarehe za bajeti.", "Budget dates."));
  AlertTopic WATER =
      new AlertTopic("water", Text.of("Maji", "Water"), Text.of("Maji na afya.", "Water, health."));

  PhoneKey AMINA = Town.VAULT.keyOf(Town.AMINA);
  PhoneKey BARAKA = Town.VAULT.keyOf(Town.BARAKA);
  PhoneKey CHARO = Town.VAULT.keyOf(Town.CHARO);

  Subscription HOME = new Subscription("budget", new MyWard(Town.SHELLA));
  Subscription COUNTY = new Subscription("budget", new MyCounty("003"));
  Subscription ALL_WATER = new Subscription("water", new Everywhere());

  /// A keeper of the two topics, to whom Amina and Baraka have consented and Charo has not.
  Alerts alerts();

  @Test
  default void topics_come_back_in_order() {
    var alerts = alerts();

    var topics = alerts.topics();

    assertThat(topics).containsExactly(WATER, BUDGET);
  }

  @Test
  default void wishes_come_back_in_the_order_of_asking() {
    var alerts = alerts();
    alerts.subscribe(AMINA, ALL_WATER);
    alerts.subscribe(AMINA, HOME);
    alerts.subscribe(AMINA, COUNTY);

    var wishes = alerts.of(AMINA);

    assertThat(wishes).containsExactly(ALL_WATER, HOME, COUNTY);
  }

  @Test
  default void a_wish_asked_for_twice_is_kept_once() {
    var alerts = alerts();
    alerts.subscribe(AMINA, HOME);

    alerts.subscribe(AMINA, HOME);

    assertThat(alerts.of(AMINA)).containsExactly(HOME);
  }

  @Test
  default void nothing_is_kept_of_whoever_has_not_consented() {
    var alerts = alerts();

    alerts.subscribe(CHARO, HOME);

    assertThat(alerts.of(CHARO)).isEmpty();
  }

  @Test
  default void leaving_one_ends_that_one_of_that_person() {
    var alerts = alerts();
    alerts.subscribe(AMINA, HOME);
    alerts.subscribe(AMINA, COUNTY);
    alerts.subscribe(BARAKA, HOME);

    alerts.leave(AMINA, HOME);

    assertThat(List.of(alerts.of(AMINA), alerts.of(BARAKA)))
        .containsExactly(List.of(COUNTY), List.of(HOME));
  }

  @Test
  default void leaving_what_one_does_not_have_changes_nothing() {
    var alerts = alerts();
    alerts.subscribe(AMINA, HOME);

    alerts.leave(AMINA, COUNTY);

    assertThat(alerts.of(AMINA)).containsExactly(HOME);
  }

  @Test
  default void leaving_all_ends_all_of_that_person() {
    var alerts = alerts();
    alerts.subscribe(AMINA, HOME);
    alerts.subscribe(AMINA, ALL_WATER);
    alerts.subscribe(BARAKA, ALL_WATER);

    alerts.leaveAll(AMINA);

    assertThat(List.of(alerts.of(AMINA), alerts.of(BARAKA)))
        .containsExactly(List.of(), List.of(ALL_WATER));
  }
}
