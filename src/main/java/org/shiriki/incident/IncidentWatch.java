package org.shiriki.incident;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.shiriki.incident.Incident.Clock;
import org.shiriki.incident.Incidents.Filter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches the clocks of incidents: `shiriki_incidents_open`, `shiriki_incidents_near` (twelve
/// hours or less are left to notify) and `shiriki_incidents_overdue`; each is told of in the audit
/// once.
public final class IncidentWatch {
  private static final Logger LOG = LoggerFactory.getLogger(IncidentWatch.class);
  private static final int MOST = 1_000;

  private final Incidents incidents;
  private final InstantSource clock;
  private final AtomicReference<List<Clock>> clocks = new AtomicReference<>(List.of());

  public IncidentWatch(Incidents incidents, InstantSource clock, MeterRegistry meters) {
    this.incidents = incidents;
    this.clock = clock;
    Gauge.builder("shiriki.incidents.open", () -> clocks.get().size())
        .description("Incidents that are not closed")
        .register(meters);
    Gauge.builder("shiriki.incidents.near", () -> count(Clock.NEAR))
        .description("Incidents to be notified within twelve hours")
        .register(meters);
    Gauge.builder("shiriki.incidents.overdue", () -> count(Clock.OVERDUE))
        .description("Incidents whose notification is overdue")
        .register(meters);
  }

  /// Looks at all clocks. Blind to what it did already; any number of nodes may.
  public void round() {
    var now = clock.instant();
    var open = incidents.list(new Filter(true, Long.MAX_VALUE), MOST);
    clocks.set(open.stream().map(incident -> incident.clock(now)).toList());
    for (var incident : open) {
      var stands = incident.clock(now);
      if (stands == Clock.NEAR || stands == Clock.OVERDUE) {
        LOG.atWarn()
            .addKeyValue("incident", incident.number())
            .addKeyValue("clock", stands)
            .log("An incident waits for its notification");
        incidents.warn(incident, stands, now);
      }
    }
  }

  private long count(Clock stands) {
    return clocks.get().stream().filter(stands::equals).count();
  }
}
