package org.shiriki.simulator;

import java.time.Duration;

/// What the simulated network grants: its code, and how long it waits for whom.
///
/// @param answer how long the gateway may take for one screen
/// @param idle how long the person may take for one answer
/// @param session how long the whole session may last
public record Terms(ServiceCode code, Duration answer, Duration idle, Duration session) {

  /// The limits that Africa's Talking and Safaricom state for Kenya.
  public static Terms kenya(ServiceCode code) {
    return new Terms(code, Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(180));
  }
}
