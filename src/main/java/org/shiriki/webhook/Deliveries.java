package org.shiriki.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Keeps what is to be told, and what came of it.
public interface Deliveries {
  /// For how long something is tried.
  Duration TRIED = Duration.ofDays(1);

  /// After how long without one good attempt a webhook is given up.
  Duration FAILING = Duration.ofDays(7);

  /// Takes what is due into a node's hand.
  ///
  /// @param until when it goes back by itself
  /// @param busy webhooks that get nothing more just now
  /// @param each how many one webhook gets at most
  List<Delivery> claim(Instant now, Instant until, Collection<UUID> busy, int each);

  /// What came of an attempt.
  sealed interface End {
    record Delivered() implements End {}

    /// It is tried again.
    record Later(Instant at) implements End {}

    record GivenUp() implements End {}
  }

  /// Keeps what came of an attempt, unless another node has taken the delivery since.
  void settle(Delivery delivery, End end, Receiver.Answer answer, Instant at, Duration took);

  /// Gives up what was tried for a day, or could not be tried for a week.
  void tidy(Instant now);
}
