package org.shiriki.houserules.offender.dialogue;

import org.shiriki.houserules.offender.ussd.Callback;

/// Ground that knows a door.
final class Calls {
  private Calls() {}

  static Callback callback() {
    return new Callback("ATUid_1");
  }
}
