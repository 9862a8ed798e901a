package org.shiriki.houserules.offender.ussd;

import org.shiriki.houserules.offender.alert.Siren;

/// A door that knows a feature.
final class Sounds {
  private Sounds() {}

  static Siren siren() {
    return new Siren("ukame");
  }
}
