package org.shiriki.safety;

import org.shiriki.dialogue.Text;

/// How far a case has come; all that is ever told of it on a phone.
public enum Stage {
  RECEIVED,
  IN_HAND,
  CLOSED;

  Text words() {
    return switch (this) {
      case RECEIVED -> Text.of("Imepokewa.", "Received.");
      case IN_HAND -> Text.of("Inashughulikiwa.", "In hand.");
      case CLOSED -> Text.of("Imefungwa.", "Closed.");
    };
  }
}
