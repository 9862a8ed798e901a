package org.shiriki.citizen;

import java.time.Instant;
import java.util.List;
import org.shiriki.dialogue.Caller;
import org.shiriki.privacy.PhoneKey;

/// What is held of a person.
///
/// @param consents those in force, oldest first
/// @param withdrawn those that the person took back, kept as proof, oldest first
/// @param since when the person first chose a language
public record Citizen(
    PhoneKey key, Caller caller, List<Consent> consents, List<Withdrawn> withdrawn, Instant since) {
  /// A consent that a person took back.
  public record Withdrawn(Consent consent, Instant at) {}

  public Citizen {
    consents = List.copyOf(consents);
    withdrawn = List.copyOf(withdrawn);
  }
}
