package org.shiriki.citizen;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Caller;
import org.shiriki.privacy.Operator;
import org.shiriki.privacy.PhoneKey;

/// What is held of a person.
///
/// @param name what they want to be called; null if they never said
/// @param operator whose network their number is on
/// @param consents those in force, oldest first
/// @param withdrawn those that the person took back, kept as proof, oldest first
/// @param since when the person first chose a language
public record Citizen(
    PhoneKey key,
    Caller caller,
    @Nullable FirstName name,
    Operator operator,
    List<Consent> consents,
    List<Withdrawn> withdrawn,
    Instant since) {
  /// A consent that a person took back.
  public record Withdrawn(Consent consent, Instant at) {}

  public Citizen {
    consents = List.copyOf(consents);
    withdrawn = List.copyOf(withdrawn);
  }
}
