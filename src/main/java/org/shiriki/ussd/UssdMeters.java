package org.shiriki.ussd;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Counts turns and sessions: `shiriki_turn_seconds` by feature and outcome,
/// `shiriki_sessions_total` by what became of them.
public final class UssdMeters {
  private final MeterRegistry meters;
  private final ConcurrentMap<String, Timer> turns = new ConcurrentHashMap<>();
  private final ConcurrentMap<Fate, Counter> sessions = new ConcurrentHashMap<>();

  /// What became of a session.
  public enum Fate {
    BEGUN,
    RESUMED,
    ENDED,
    DROPPED
  }

  public UssdMeters(MeterRegistry meters) {
    this.meters = meters;
    for (var fate : Fate.values()) {
      sessions.put(
          fate,
          Counter.builder("shiriki.sessions")
              .description("USSD sessions by what became of them")
              .tag("fate", fate.name().toLowerCase(Locale.ROOT))
              .register(meters));
    }
  }

  /// Counts a turn.
  public void turn(String feature, String outcome, Duration took) {
    turns.computeIfAbsent(feature + '/' + outcome, _ -> timer(feature, outcome)).record(took);
  }

  /// Counts a session.
  public void session(Fate fate) {
    sessions.computeIfAbsent(fate, _ -> meters.counter("shiriki.sessions")).increment();
  }

  private Timer timer(String feature, String outcome) {
    return Timer.builder("shiriki.turn")
        .description("Time from a hop's arrival to its answer")
        .tag("feature", feature)
        .tag("outcome", outcome)
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(1))
        .maximumExpectedValue(Duration.ofSeconds(10))
        .register(meters);
  }
}
