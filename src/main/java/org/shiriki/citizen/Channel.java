package org.shiriki.citizen;

import org.shiriki.dialogue.Door;
import org.shiriki.dialogue.Text;

/// How a person told us something.
public enum Channel {
  USSD("simu", "phone"),
  SMS("SMS", "SMS"),
  CONSOLE("afisa", "staff"),
  PAPER("karatasi", "paper");

  private final String sw;
  private final String en;

  Channel(String sw, String en) {
    this.sw = sw;
    this.en = en;
  }

  static Channel of(Door door) {
    return switch (door) {
      case USSD -> USSD;
      case SMS -> SMS;
    };
  }

  Text words() {
    return Text.of(sw, en);
  }
}
