package org.shiriki.houserules.offender.ussd;

import org.shiriki.houserules.offender.simulator.SimulatedCarrier;

/// A door that knows the vendor's room.
final class Simulates {
  private Simulates() {}

  static SimulatedCarrier carrier() {
    return new SimulatedCarrier("63902");
  }
}
