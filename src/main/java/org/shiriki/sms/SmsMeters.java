package org.shiriki.sms;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.shiriki.sms.Dispatches.Waiting;
import org.shiriki.sms.Message.Lane;

/// Counts what leaves: `shiriki_sms_queued` and `shiriki_sms_oldest_seconds` by lane,
/// `shiriki_sms_sent_total` by lane, `shiriki_sms_verdicts_total`, `shiriki_sms_requests_total` by
/// outcome, `shiriki_sms_paused` (1 while the carrier takes nothing until a person mends
/// something).
final class SmsMeters {
  private final MeterRegistry meters;
  private final AtomicReference<Map<Lane, Waiting>> waiting = new AtomicReference<>(Map.of());

  SmsMeters(MeterRegistry meters, Rest rest) {
    this.meters = meters;
    for (var lane : Lane.values()) {
      Gauge.builder("shiriki.sms.queued", () -> queued(lane))
          .description("Messages that wait to leave")
          .tag("lane", word(lane))
          .register(meters);
      Gauge.builder("shiriki.sms.oldest.seconds", () -> oldest(lane))
          .description("Age of the oldest message that is due, in seconds")
          .tag("lane", word(lane))
          .register(meters);
    }
    Gauge.builder("shiriki.sms.paused", () -> rest.paused() ? 1 : 0)
        .description("1 while nothing leaves before a person mends something")
        .register(meters);
  }

  void waiting(List<Waiting> lanes) {
    var found = new EnumMap<Lane, Waiting>(Lane.class);
    lanes.forEach(lane -> found.put(lane.lane(), lane));
    waiting.set(Map.copyOf(found));
  }

  void sent(Lane lane, int messages) {
    meters.counter("shiriki.sms.sent", "lane", word(lane)).increment(messages);
  }

  void verdict(Verdict verdict) {
    meters.counter("shiriki.sms.verdicts", "verdict", word(verdict)).increment();
  }

  void request(Outcome outcome) {
    meters.counter("shiriki.sms.requests", "outcome", word(outcome)).increment();
  }

  private double queued(Lane lane) {
    var line = waiting.get().get(lane);
    return line == null ? 0 : line.messages();
  }

  private double oldest(Lane lane) {
    var line = waiting.get().get(lane);
    return line == null ? 0 : line.oldest().toMillis() / 1000.0;
  }

  private static String word(Lane lane) {
    return lane.name().toLowerCase(Locale.ROOT);
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Accepted _ -> "accepted";
      case Verdict.Refused(var reason, _) -> reason.word();
      case Verdict.RefusedForNow _ -> "refused-for-now";
      case Verdict.Unknown _ -> "unknown";
    };
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered _ -> "answered";
      case Outcome.NotSent _ -> "not-sent";
      case Outcome.Throttled _ -> "throttled";
      case Outcome.Paused(var cause) -> cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
      case Outcome.Refused _ -> "refused";
      case Outcome.Unknown _ -> "unknown";
    };
  }
}
