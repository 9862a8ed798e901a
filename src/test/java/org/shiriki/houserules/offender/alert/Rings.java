package org.shiriki.houserules.offender.alert;

import org.shiriki.houserules.offender.poll.Peeks;

/// Closes a ring of rooms.
final class Rings {
  private Rings() {}

  static Siren siren() {
    return Peeks.siren();
  }
}
