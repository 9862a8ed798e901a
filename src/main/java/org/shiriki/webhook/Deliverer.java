package org.shiriki.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.shiriki.webhook.Deliveries.End;
import org.shiriki.webhook.Receiver.Answer;
import org.shiriki.webhook.Receiver.Outcome;

/// Hands one delivery over and keeps what came of it; counted as `shiriki_webhook_attempts_total`
/// by outcome.
final class Deliverer {
  private final Deliveries deliveries;
  private final Receiver receiver;
  private final UnaryOperator<String> county;
  private final Backoff backoff;
  private final InstantSource clock;
  private final MeterRegistry meters;

  Deliverer(
      Deliveries deliveries,
      Receiver receiver,
      UnaryOperator<String> county,
      Backoff backoff,
      InstantSource clock,
      MeterRegistry meters) {
    this.deliveries = deliveries;
    this.receiver = receiver;
    this.county = county;
    this.backoff = backoff;
    this.clock = clock;
    this.meters = meters;
  }

  void deliver(Delivery delivery) {
    var body = delivery.body(county);
    var headers =
        Map.of(
            "Content-Type",
            "application/json",
            "User-Agent",
            "Shiriki",
            "Shiriki-Event",
            delivery.event().id().toString(),
            "Shiriki-Signature",
            Signature.of(delivery.secrets(), clock.instant(), body));
    var begun = System.nanoTime();
    var answer = receiver.send(delivery.url(), headers, body);
    var took = Duration.ofNanos(System.nanoTime() - begun);
    var now = clock.instant();
    deliveries.settle(delivery, end(delivery, answer, now), answer, now, took);
    meters
        .counter(
            "shiriki.webhook.attempts", "outcome", answer.outcome().name().toLowerCase(Locale.ROOT))
        .increment();
  }

  private End end(Delivery delivery, Answer answer, Instant now) {
    if (answer.outcome() == Outcome.TAKEN) {
      return new End.Delivered();
    }
    var next = now.plus(backoff.after(delivery.attempt()));
    return next.isBefore(delivery.firstAt().plus(Deliveries.TRIED))
        ? new End.Later(next)
        : new End.GivenUp();
  }
}
