package org.shiriki.houserules.offender.dialogue;

import org.shiriki.houserules.offender.alert.Siren;

/// Ground that knows a feature.
final class Eavesdrops {
  private Eavesdrops() {}

  static Siren siren() {
    return new Siren("mafuriko");
  }
}
