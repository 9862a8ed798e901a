package org.shiriki.citizen;

import java.util.Optional;
import org.shiriki.dialogue.Gsm7;
import org.shiriki.sms.Salutation;

/// What a person wants to be called, hidden wherever it may print itself.
///
/// @param letters at most [Salutation#LONGEST], all of them in the phone's own alphabet, so that a
///   name makes no message dearer than was counted
public record FirstName(String letters) {
  private static final String WRITTEN = "\\p{L}(?:[\\p{L} '.-]*[\\p{L}.])?";

  /// Takes a name that can be sent.
  public FirstName {
    if (letters.length() > Salutation.LONGEST
        || !letters.matches(WRITTEN)
        || !Gsm7.allGsm7(letters)) {
      throw new IllegalArgumentException("Not a first name");
    }
  }

  /// Reads a name as people write it; empty if it is none, or too long.
  public static Optional<FirstName> read(String written) {
    try {
      return Optional.of(new FirstName(Gsm7.plain(written.strip().replaceAll("\\s+", " "))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "FirstName[hidden]";
  }
}
