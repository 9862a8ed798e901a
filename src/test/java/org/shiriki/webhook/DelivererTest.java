package org.shiriki.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shiriki.TestClock;
import org.shiriki.webhook.Receiver.Answer;
import org.shiriki.webhook.Receiver.Outcome;

/// A whole day of telling somebody who does not answer.
class DelivererTest {
  private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");

  private final TestClock clock = new TestClock(NOW);
  private final InMemoryDeliveries deliveries = new InMemoryDeliveries();
  private final List<String> signatures = new ArrayList<>();
  private Answer answer = new Answer(Outcome.UNANSWERED, 0);
  private final Deliverer deliverer =
      new Deliverer(
          deliveries,
          (_, headers, _) -> {
            signatures.add(headers.getOrDefault("Shiriki-Signature", ""));
            return answer;
          },
          _ -> "",
          new Backoff(new Random(7)),
          clock,
          new SimpleMeterRegistry());
  private final UUID event = UUID.randomUUID();

  private void round() {
    var now = clock.instant();
    deliveries.claim(now, now.plusSeconds(60), List.of(), 4).forEach(deliverer::deliver);
  }

  private void queued() {
    var hook = deliveries.hook();
    deliveries.queue(
        hook, new Delivery.Event(event, Kind.TEST, "webhook/" + hook, "", "", "", NOW), NOW);
  }

  private void pass(Duration time) {
    var end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      round();
      clock.pass(Duration.ofSeconds(1));
    }
  }

  @Test
  void it_is_tried_ever_less_often_for_a_day_and_then_given_up() {
    queued();

    pass(Duration.ofHours(23));
    assertThat(deliveries.over(event)).isFalse();
    pass(Duration.ofHours(3));

    assertThat(deliveries.over(event)).isTrue();
    assertThat(signatures).hasSizeBetween(15, 30).doesNotHaveDuplicates();
  }

  @Test
  void who_answers_at_last_is_told_no_more() {
    queued();
    pass(Duration.ofHours(1));
    var tried = signatures.size();
    answer = new Answer(Outcome.TAKEN, 200);

    pass(Duration.ofHours(5));

    assertThat(deliveries.over(event)).isTrue();
    assertThat(signatures).hasSize(tried + 1);
  }
}
