package org.shiriki.houserules.offender.dialogue;

import org.shiriki.Main;

/// A room that knows the one that knows all.
final class Settles {
  private Settles() {}

  static Class<?> all() {
    return Main.class;
  }
}
