package org.shiriki.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The node's teller of webhooks. Each webhook has a few deliveries in hand at most, so one that is
/// slow holds up nobody else.
///
/// It belongs on a virtual thread; its state is touched there only. A notice wakes it, and a timer,
/// because notices can be lost and deliveries come due.
public final class WebhookVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookVerticle.class);
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int EACH = 4;

  private final Deliveries deliveries;
  private final Deliverer deliverer;
  private final InstantSource clock;
  private final Map<UUID, Integer> busy = new HashMap<>();
  private final Promise<Void> idle = Promise.promise();
  private boolean wanted;
  private boolean looking;
  private boolean ending;

  /// @param county gives the county of a ward; empty if nobody knows it
  public WebhookVerticle(
      Deliveries deliveries,
      Receiver receiver,
      UnaryOperator<String> county,
      InstantSource clock,
      MeterRegistry meters) {
    this.deliveries = deliveries;
    this.clock = clock;
    var backoff = new Backoff(RandomGenerator.getDefault());
    this.deliverer = new Deliverer(deliveries, receiver, county, backoff, clock, meters);
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(0, LOOK.toMillis(), _ -> look());
    return Future.succeededFuture();
  }

  /// Takes nothing new. What is not answered soon goes back when its lease is over.
  @Override
  public Future<?> stop() {
    ending = true;
    settle();
    return idle.future().timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).otherwiseEmpty();
  }

  /// Looks at once whether anything is due; may be called from anywhere.
  public void wake() {
    context.runOnContext(_ -> look());
  }

  private void look() {
    wanted = true;
    if (looking || ending) {
      return;
    }
    looking = true;
    try {
      while (wanted && !ending) {
        wanted = false;
        claim();
      }
    } catch (Exception failure) {
      LOG.atWarn().setCause(failure).log("Webhooks could not be told; trying again");
    } finally {
      looking = false;
      settle();
    }
  }

  private void claim() {
    var now = clock.instant();
    for (var delivery : deliveries.claim(now, now.plus(LEASE), busy.keySet(), EACH)) {
      busy.merge(delivery.webhook(), 1, Integer::sum);
      context.runOnContext(_ -> deliver(delivery));
    }
  }

  private void deliver(Delivery delivery) {
    try {
      deliverer.deliver(delivery);
    } catch (Exception failure) {
      LOG.atWarn()
          .addKeyValue("event", delivery.event().id())
          .setCause(failure)
          .log("What came of a delivery could not be kept; it is tried again");
    } finally {
      busy.computeIfPresent(delivery.webhook(), (_, count) -> count == 1 ? null : count - 1);
      settle();
    }
    if (!busy.containsKey(delivery.webhook())) {
      look();
    }
  }

  private void settle() {
    if (ending && !looking && busy.isEmpty()) {
      idle.tryComplete();
    }
  }
}
