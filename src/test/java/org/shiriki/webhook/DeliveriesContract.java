package org.shiriki.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shiriki.webhook.Deliveries.End;
import org.shiriki.webhook.Receiver.Answer;
import org.shiriki.webhook.Receiver.Outcome;

/// What every keeper of deliveries promises.
interface DeliveriesContract {
  Instant NOW = Instant.parse("2026-11-21T06:00:00Z");
  Duration LEASE = Duration.ofMinutes(1);
  Duration TOOK = Duration.ofMillis(5);
  Answer TAKEN = new Answer(Outcome.TAKEN, 204);
  Answer BROKEN = new Answer(Outcome.REFUSED, 500);

  Deliveries deliveries();

  /// An active webhook with a secret.
  UUID hook();

  boolean isActive(UUID hook);

  void deactivate(UUID hook);

  /// Queues an event for a webhook, due from this moment on.
  void queue(UUID hook, Instant due);

  default List<Delivery> claim(Instant at) {
    return deliveries().claim(at, at.plus(LEASE), List.of(), 4);
  }

  default Delivery one(Instant at) {
    var claimed = claim(at);
    assertThat(claimed).hasSize(1);
    return claimed.getFirst();
  }

  private void settle(Delivery delivery, End end, Answer answer, Instant at) {
    deliveries().settle(delivery, end, answer, at, TOOK);
  }

  @Test
  default void what_is_due_is_in_one_hand_at_a_time_with_the_secret_that_signs() {
    var hook = hook();
    queue(hook, NOW);

    assertThat(claim(NOW.minusSeconds(1))).isEmpty();
    var delivery = one(NOW);

    assertThat(delivery.webhook()).isEqualTo(hook);
    assertThat(delivery.secrets()).hasSize(1);
    assertThat(claim(NOW)).isEmpty();
  }

  @Test
  default void what_a_dead_node_had_in_hand_goes_back_when_its_time_is_over() {
    queue(hook(), NOW);
    var first = one(NOW);

    var second = one(NOW.plus(LEASE));

    assertThat(second.event()).isEqualTo(first.event());
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(second.firstAt()).isEqualTo(NOW);
  }

  @Test
  default void who_slept_through_their_time_changes_nothing() {
    queue(hook(), NOW);
    var slept = one(NOW);
    var next = one(NOW.plus(LEASE));

    settle(slept, new End.GivenUp(), BROKEN, NOW.plus(LEASE));
    settle(next, new End.Later(NOW.plusSeconds(100)), BROKEN, NOW.plus(LEASE));

    assertThat(claim(NOW.plusSeconds(99))).isEmpty();
    assertThat(one(NOW.plusSeconds(100)).attempt()).isEqualTo(3);
  }

  @Test
  default void what_is_delivered_or_given_up_is_over() {
    var hook = hook();
    queue(hook, NOW);
    settle(one(NOW), new End.Delivered(), TAKEN, NOW);
    queue(hook, NOW);
    settle(one(NOW), new End.GivenUp(), BROKEN, NOW);

    assertThat(claim(NOW.plus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  default void one_webhook_gets_a_few_at_a_time_and_one_that_is_busy_none() {
    var busy = hook();
    var free = hook();
    for (var event = 0; event < 6; event++) {
      queue(busy, NOW);
      queue(free, NOW);
    }

    var claimed = deliveries().claim(NOW, NOW.plus(LEASE), List.of(busy), 4);

    assertThat(claimed).hasSize(4).extracting(Delivery::webhook).containsOnly(free);
  }

  @Test
  default void one_that_is_not_active_is_told_nothing() {
    var hook = hook();
    queue(hook, NOW);
    deactivate(hook);

    assertThat(claim(NOW)).isEmpty();
  }

  @Test
  default void after_a_week_of_failing_a_webhook_is_switched_off_and_not_before() {
    var hook = hook();
    queue(hook, NOW);
    for (var day = 0; day <= 7; day++) {
      var at = NOW.plus(Duration.ofDays(day));
      assertThat(isActive(hook)).as("day %d", day).isTrue();
      settle(one(at), new End.Later(at), BROKEN, at);
    }

    assertThat(isActive(hook)).isFalse();
  }

  @Test
  default void one_good_attempt_begins_the_week_anew() {
    var hook = hook();
    queue(hook, NOW);
    settle(one(NOW), new End.Later(NOW), BROKEN, NOW);
    settle(one(NOW), new End.Delivered(), TAKEN, NOW);
    var later = NOW.plus(Duration.ofDays(8));
    queue(hook, later);

    settle(one(later), new End.Later(later), BROKEN, later);

    assertThat(isActive(hook)).isTrue();
  }

  @Test
  default void what_was_tried_for_a_day_is_given_up_and_what_nobody_could_try_in_a_week() {
    var hook = hook();
    queue(hook, NOW);
    var day = NOW.plus(Duration.ofDays(1)).plusSeconds(1);
    settle(one(NOW), new End.Later(NOW.plusSeconds(60)), BROKEN, NOW);
    deliveries().tidy(day);
    assertThat(claim(day)).isEmpty();
    queue(hook, NOW);

    deliveries().tidy(day);
    assertThat(claim(day)).hasSize(1);

    queue(hook, NOW);
    deliveries().tidy(NOW.plus(Duration.ofDays(7)).plusSeconds(1));
    assertThat(claim(NOW.plus(Duration.ofDays(8)))).isEmpty();
  }
}
