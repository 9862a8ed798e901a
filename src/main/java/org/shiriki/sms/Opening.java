package org.shiriki.sms;

import org.shiriki.dialogue.Screen;

/// Where a word leads: a screen, and what is answered on it at once.
///
/// @param answer a key or words, or nothing
public record Opening(Screen screen, String answer) {
  /// A screen with nothing answered yet.
  public static Opening of(Screen screen) {
    return new Opening(screen, "");
  }

  @Override
  public String toString() {
    return "Opening[" + screen.getClass().getSimpleName() + ']';
  }
}
