package org.shiriki.notice;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.shiriki.notice.Notice.Kind;

/// Counts what needs somebody's look: `shiriki_notices_open` by kind.
public final class NoticeWatch {
  private final Noticeboard board;
  private final AtomicReference<Map<Kind, Long>> open = new AtomicReference<>(Map.of());

  public NoticeWatch(Noticeboard board, MeterRegistry meters) {
    this.board = board;
    for (var kind : Kind.values()) {
      Gauge.builder("shiriki.notices.open", () -> open.get().getOrDefault(kind, 0L))
          .description("Things of the house that somebody should look at")
          .tag("kind", kind.name())
          .register(meters);
    }
  }

  /// Counts. Every node does, for its own metrics.
  public void round() {
    open.set(board.open());
  }
}
