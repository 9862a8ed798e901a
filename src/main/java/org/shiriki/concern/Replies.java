package org.shiriki.concern;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.shiriki.privacy.PhoneKey;

/// Keeps which replies of an office a person has not seen yet, to be shown when they dial.
public interface Replies {
  /// For how long a reply waits to be shown.
  Duration SHOWN = Duration.ofDays(30);

  /// A reply that waits for a person.
  ///
  /// @param reference the one of the concern itself
  /// @param event which line of its history it is
  /// @param knownAs the reference that the person knows it by
  record Waiting(Reference reference, int event, Reference knownAs, String words) {
    @Override
    public String toString() {
      return "Waiting[" + reference + ", " + event + ']';
    }
  }

  /// The oldest reply that waits; none that an SMS has brought, and none for who guards their
  /// reports with a PIN, who find it there.
  Optional<Waiting> next(PhoneKey person, Instant now);

  /// Keeps that a person has seen a reply.
  void seen(Waiting reply, PhoneKey person);
}
