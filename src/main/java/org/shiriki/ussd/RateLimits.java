package org.shiriki.ussd;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.shiriki.privacy.PhoneKey;

/// How often one phone, and one callback key, may call this node.
public final class RateLimits {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final LoadingCache<PhoneKey, Bucket> phones;
  private final LoadingCache<String, Bucket> callbackKeys;

  /// The limits.
  ///
  /// @param turnsPerMinute of one phone
  /// @param turnsPerSecond of all phones behind one callback key
  public RateLimits(int turnsPerMinute, int turnsPerSecond) {
    this.phones =
        Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(MINUTE.multipliedBy(2))
            .build(_ -> bucket(turnsPerMinute, MINUTE));
    this.callbackKeys =
        Caffeine.newBuilder().maximumSize(10).build(_ -> bucket(turnsPerSecond, SECOND));
  }

  boolean admits(PhoneKey phone) {
    return phones.get(phone).tryConsume(1);
  }

  /// Whether one more hop behind this callback key is admitted.
  public boolean admitsKey(String callbackKey) {
    return callbackKeys.get(callbackKey).tryConsume(1);
  }

  private static Bucket bucket(int turns, Duration time) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(turns).refillGreedy(turns, time))
        .build();
  }
}
