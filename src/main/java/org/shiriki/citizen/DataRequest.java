package org.shiriki.citizen;

import java.time.Duration;
import java.time.Instant;

/// A person's wish about their own data that staff have to fulfil.
///
/// @param due when it must be fulfilled
public record DataRequest(Ticket reference, Kind kind, Instant asked, Instant due) {
  /// The clock for every kind: access within 7 days (Data Protection (General) Regulations 2021,
  /// reg. 9); the others may take longer by law, and do not here.
  static final Duration CLOCK = Duration.ofDays(7);

  /// What is asked for (Data Protection Act 2019, s. 26, 38, 40).
  public enum Kind {
    ACCESS,
    PORTABILITY,
    CORRECT,
    ERASE
  }
}
