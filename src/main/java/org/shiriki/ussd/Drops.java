package org.shiriki.ussd;

import java.time.Instant;
import java.util.function.Consumer;

/// Knows who broke off and has not come back, of those who may be written to.
public interface Drops {
  /// Gives each person's latest session if it is open still, its latest hop came between two
  /// instants (the first one excluded), nothing in it stays private, and the person agreed to be
  /// written to, has not left, and has neither dialled nor written since.
  ///
  /// @param once who has been reminded under this key is left out
  void each(Instant after, Instant until, String once, Consumer<Drop> use);

  /// Puts a reminder in the outbox, unless the person has come back since or was reminded under
  /// this key before.
  ///
  /// @return whether it did
  boolean remind(Drop drop, String once, String text, Instant now);
}
