package org.shiriki.concern;

import java.util.Optional;
import java.util.function.Supplier;

/// What has to hold before a [Move]: the first thing that does not is the outcome.
///
/// @param refusal empty while all holds
record Guard(Optional<Outcome> refusal) {
  static Guard none() {
    return new Guard(Optional.empty());
  }

  /// An office still owes something.
  static Guard open(Matter it) {
    return none()
        .and(
            it.standing().status().kind() != Status.Kind.OPEN,
            () -> Outcome.conflict("It has ended. Reopen it first."));
  }

  /// There are words for the citizen, and they may be sent.
  Guard words(String words) {
    var faults = ReplyProof.of(words).faults();
    return and(!faults.isEmpty(), () -> Outcome.unacceptable("/text", String.join(" ", faults)));
  }

  /// If there are words for the citizen, they may be sent.
  Guard wordsIfAny(String words) {
    return words.isBlank() ? this : words(words);
  }

  Guard and(boolean wrong, Supplier<Outcome> outcome) {
    return refusal.isPresent() || !wrong ? this : new Guard(Optional.of(outcome.get()));
  }

  Outcome then(Supplier<Outcome> move) {
    return refusal.orElseGet(move);
  }
}
