package org.shiriki.africastalking;

import java.time.Duration;

/// How long the API may take.
///
/// @param connect until there is a connection
/// @param silence without a byte of an answer
/// @param whole from the first byte of a request to the last of its answer
public record Patience(Duration connect, Duration silence, Duration whole) {
  public static final Patience USUAL =
      new Patience(Duration.ofSeconds(3), Duration.ofSeconds(20), Duration.ofSeconds(30));
}
