package org.shiriki.api;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/// How often one caller may call this node.
final class Quotas {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final int perMinute;
  private final LoadingCache<String, Bucket> callers;

  Quotas(int perMinute) {
    this.perMinute = perMinute;
    this.callers =
        Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(MINUTE.multipliedBy(2))
            .build(_ -> bucket(perMinute));
  }

  /// What is left to a caller.
  ///
  /// @param seconds to wait, until there is something left; 0 if there is
  record Left(boolean admitted, int limit, long remaining, long seconds) {}

  Left take(String caller) {
    var probe = callers.get(caller).tryConsumeAndReturnRemaining(1);
    return new Left(
        probe.isConsumed(),
        perMinute,
        probe.getRemainingTokens(),
        probe.isConsumed() ? 0 : Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1);
  }

  private static Bucket bucket(int calls) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(calls).refillGreedy(calls, MINUTE))
        .build();
  }
}
