package org.shiriki.dialogue;

/// Through which a person speaks with us; it decides what fits an answer and whether its keys are
/// written under it.
public enum Door {
  /// A screen of 160 septets, of which the carrier's prefix takes four; its keys stand under it.
  USSD(160 - "CON ".length(), true),
  /// At most three joined SMS of 153 septets each. There is nothing to go back to, so the keys are
  /// not written; they count all the same.
  SMS(3 * 153, false);

  private final int room;
  private final boolean keys;

  Door(int room, boolean keys) {
    this.room = room;
    this.keys = keys;
  }

  /// How much fits, in septets.
  int room() {
    return room;
  }

  /// Whether the keys are written under an answer.
  boolean writesKeys() {
    return keys;
  }
}
