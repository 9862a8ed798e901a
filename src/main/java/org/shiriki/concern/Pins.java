package org.shiriki.concern;

import java.time.Duration;
import java.time.Instant;
import org.shiriki.citizen.Holding;
import org.shiriki.dialogue.Text;
import org.shiriki.privacy.PhoneKey;

/// Keeps the PINs with which people guard their own reports on a shared phone.
public interface Pins extends Holding {
  /// How many tries a person has in [#WINDOW], right ones not counted.
  int TRIES = 5;

  Duration WINDOW = Duration.ofHours(1);

  /// What became of a try.
  enum Try {
    OPENED,
    WRONG,
    /// Too many were wrong; this one was not looked at.
    REFUSED
  }

  /// Whether a person has set a PIN.
  boolean guards(PhoneKey person);

  @Override
  default Text about(PhoneKey key) {
    return guards(key)
        ? Text.of("PIN ya hoja: ipo", "PIN for concerns: set")
        : Text.of("PIN ya hoja: hakuna", "PIN for concerns: none");
  }

  /// A PIN in a form that can be carried until it is repeated.
  String conceal(PhoneKey person, Pin pin);

  /// Sets a PIN in place of any other, if the repetition is the same.
  ///
  /// @param concealed what [#conceal] made
  /// @return whether it was the same
  boolean set(PhoneKey person, String concealed, Pin repeated);

  /// Tries a PIN. Tries are counted for all nodes together, and before they are looked at.
  Try open(PhoneKey person, Pin pin, Instant now);

  /// Takes the PIN away and, with it, every link from the person to the reports of before: their
  /// own, those that they follow, and the questions about them. Does nothing where no PIN is set.
  void leaveBehind(PhoneKey person);
}
