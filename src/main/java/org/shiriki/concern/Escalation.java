package org.shiriki.concern;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The clock of the desk: what no office has answered in time goes one level up.
public final class Escalation {
  private static final Logger LOG = LoggerFactory.getLogger(Escalation.class);

  private final Desk desk;
  private final InstantSource clock;

  public Escalation(Desk desk, InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /// Takes one level up what is due now. It may run anywhere, at once and as often as it likes.
  public void round() {
    var escalated = desk.escalate(clock.instant());
    if (escalated > 0) {
      LOG.atInfo().addKeyValue("concerns", escalated).log("Concerns went one level up");
    }
  }
}
