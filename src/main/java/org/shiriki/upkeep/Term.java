package org.shiriki.upkeep;

import java.time.Instant;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/// A rule as it holds now.
///
/// @param rule with the period that holds
/// @param standard the period of the configuration
/// @param version 1 while the configuration holds, and one more with each change
/// @param ran when it removed for the last time; null if it never did
/// @param removed how many rows that were
/// @param held how many stayed then because of a legal hold
public record Term(
    Rule rule, Period standard, long version, @Nullable Instant ran, long removed, long held) {
  /// A change of a period.
  ///
  /// @param account who made it
  public record Change(long version, Period keep, String reason, String account, Instant at) {}
}
