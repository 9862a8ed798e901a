package org.shiriki.safety;

import java.util.List;
import org.shiriki.dialogue.Text;

/// What a person wants to tell of, in words that say little to whoever looks over a shoulder; and
/// what helps at once.
public enum Kind {
  /// Violence because of being a woman or a man, rape among it.
  VIOLENCE,
  CHILD,
  /// Abuse by police.
  OFFICERS,
  /// Corruption.
  MONEY,
  /// Threats to peace, and hate.
  PEACE,
  /// Violent extremism: numbers and a count, never a word.
  GROUPS,
  /// Severe distress, thoughts of suicide among it.
  DISTRESS;

  /// Its line in the menu where it is chosen; shown nowhere else.
  Text label() {
    return switch (this) {
      case VIOLENCE -> Text.of("Nyumbani au mwili wangu", "Home or my body");
      case CHILD -> Text.of("Mtoto", "A child");
      case OFFICERS -> Text.of("Maafisa", "Officers");
      case MONEY -> Text.of("Pesa na ofisi", "Money and offices");
      case PEACE -> Text.of("Amani mtaani", "Peace nearby");
      case GROUPS -> Text.of("Makundi", "Groups");
      case DISTRESS -> Text.of("Nimelemewa", "Too much to bear");
    };
  }

  /// What helps at once.
  Text help(Hotlines kept) {
    var lines = kept.lines(hotlines());
    return advice().equals(Text.NONE) ? lines : lines.then("\n", advice());
  }

  private List<String> hotlines() {
    return switch (this) {
      case VIOLENCE -> List.of("violence", "emergency");
      case CHILD -> List.of("child", "emergency");
      case OFFICERS -> List.of("ipoa");
      case MONEY -> List.of("eacc");
      case PEACE -> List.of("emergency", "ncic");
      case GROUPS -> List.of("dci", "emergency");
      case DISTRESS -> List.of("emergency");
    };
  }

  private Text advice() {
    return switch (this) {
      case VIOLENCE -> Text.of("Hospitali: kabla ya saa 72.", "Hospital: within 72 hours.");
      case OFFICERS -> Text.of("Umeumia? Daktari kwanza.", "Hurt? See a doctor first.");
      case MONEY -> Text.of("Unaweza kupiga bila jina.", "You can call without a name.");
      case DISTRESS -> Text.of("Nenda hospitali iliyo karibu.", "Go to the nearest hospital.");
      case CHILD, PEACE, GROUPS -> Text.NONE;
    };
  }
}
