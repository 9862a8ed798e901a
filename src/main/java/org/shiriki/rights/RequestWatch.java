package org.shiriki.rights;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.shiriki.rights.RequestDesk.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches the clock of requests over data: `shiriki_data_requests_open` and
/// `shiriki_data_requests_overdue`; each that is overdue is told of in the audit once.
public final class RequestWatch {
  private static final Logger LOG = LoggerFactory.getLogger(RequestWatch.class);

  private final RequestDesk desk;
  private final InstantSource clock;
  private final AtomicReference<Waiting> waiting = new AtomicReference<>(new Waiting(0, 0));

  public RequestWatch(RequestDesk desk, InstantSource clock, MeterRegistry meters) {
    this.desk = desk;
    this.clock = clock;
    Gauge.builder("shiriki.data.requests.open", () -> waiting.get().open())
        .description("Requests over data that wait for an answer")
        .register(meters);
    Gauge.builder("shiriki.data.requests.overdue", () -> waiting.get().overdue())
        .description("Requests over data that wait for more than seven days")
        .register(meters);
  }

  /// Looks at all requests. Blind to what it did already; any number of nodes may.
  public void round() {
    var found = desk.flag(clock.instant());
    waiting.set(found);
    if (found.overdue() > 0) {
      LOG.atWarn().addKeyValue("requests", found.overdue()).log("Requests over data are overdue");
    }
  }
}
