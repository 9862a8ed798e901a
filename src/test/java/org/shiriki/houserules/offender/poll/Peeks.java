package org.shiriki.houserules.offender.poll;

import org.shiriki.houserules.offender.alert.Siren;

/// A feature that knows another.
public final class Peeks {
  private Peeks() {}

  /// The other room's siren.
  public static Siren siren() {
    return new Siren("moto");
  }
}
