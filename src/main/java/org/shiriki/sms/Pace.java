package org.shiriki.sms;

import io.github.bucket4j.Bucket;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.shiriki.sms.Message.Lane;

/// How fast this node hands messages over, counted in their parts. What is for many people leaves a
/// tenth of it to replies.
final class Pace {
  private static final int SHARE_OF_REPLIES = 10;

  private final Vertx vertx;
  private final int rate;
  private final Bucket bucket;

  /// @param rate parts a second
  Pace(Vertx vertx, int rate) {
    this.vertx = vertx;
    this.rate = rate;
    this.bucket =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(rate).refillGreedy(rate, Duration.ofSeconds(1)))
            .build();
  }

  /// How many parts one request of a lane may have at most; at least one.
  int most(Lane lane) {
    return Math.max(1, rate - kept(lane));
  }

  /// Waits until so many parts may leave.
  void admit(Lane lane, int parts) {
    var cost = Math.min(parts, most(lane));
    while (true) {
      var probe = bucket.estimateAbilityToConsume(Math.min(rate, cost + kept(lane)));
      if (probe.canBeConsumed() && bucket.tryConsume(cost)) {
        return;
      }
      var wait = TimeUnit.NANOSECONDS.toMillis(probe.getNanosToWaitForRefill());
      vertx.timer(Math.max(1, wait)).await();
    }
  }

  private int kept(Lane lane) {
    return lane == Lane.BROADCAST ? rate / SHARE_OF_REPLIES : 0;
  }
}
