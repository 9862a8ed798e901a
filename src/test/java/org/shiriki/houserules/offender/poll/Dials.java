package org.shiriki.houserules.offender.poll;

import org.shiriki.houserules.offender.ussd.Callback;

/// A feature that knows a door.
final class Dials {
  private Dials() {}

  static Callback callback() {
    return new Callback("ATUid_1");
  }
}
