package org.shiriki.staff;

import java.security.SecureRandom;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;

/// Six digits that prove that a phone is one's own, since nobody else reads what comes to it.
record PhoneCode(String digits) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int MANY = 1_000_000;

  static PhoneCode random() {
    return new PhoneCode("%06d".formatted(RANDOM.nextInt(MANY)));
  }

  /// What comes to the phone, one SMS long: nobody knows the language of an account.
  String words() {
    var said =
        Text.of(
            "Shiriki: namba ya kuthibitisha simu yako ni %s (dakika 10). Usimpe mtu.",
            "The code that confirms your phone is %s (10 minutes). Tell nobody.");
    return said.in(Language.KISWAHILI).formatted(digits)
        + '\n'
        + said.in(Language.ENGLISH).formatted(digits);
  }

  @Override
  public String toString() {
    return "PhoneCode[…]";
  }
}
