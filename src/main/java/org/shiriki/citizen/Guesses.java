package org.shiriki.citizen;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.shiriki.privacy.PhoneKey;

/// Keeps how often people ask by a code that leads nowhere, so that codes cannot be tried by the
/// thousand. What is somebody's own is not asked for here.
public interface Guesses {
  /// How many codes of a kind a phone may get wrong in [#WINDOW].
  int TRIES = 5;

  Duration WINDOW = Duration.ofHours(1);

  /// A kind of code; each is counted for itself.
  enum Kind {
    REFERENCE,
    RECEIPT
  }

  /// What became of a try.
  ///
  /// @param <T> what codes of the kind lead to
  sealed interface Try<T> {
    record Right<T>(T found) implements Try<T> {}

    record Wrong<T>() implements Try<T> {}

    /// Too many were wrong; this one was not looked at.
    record Refused<T>() implements Try<T> {}
  }

  /// Looks for what a code leads to. The try is counted for all nodes together before anything is
  /// looked at, and taken back when it was right.
  default <T> Try<T> look(
      PhoneKey person, Kind kind, Instant now, Supplier<Optional<T>> lookedFor) {
    if (!counts(person, kind, now)) {
      return new Try.Refused<>();
    }
    var found = lookedFor.get();
    found.ifPresent(_ -> takesBack(person, kind, now));
    return found.<Try<T>>map(Try.Right::new).orElseGet(Try.Wrong::new);
  }

  /// Counts a try, unless there were too many in the last hour.
  ///
  /// @return whether it was counted
  boolean counts(PhoneKey person, Kind kind, Instant now);

  /// Takes back one try that was counted at that moment.
  void takesBack(PhoneKey person, Kind kind, Instant at);
}
