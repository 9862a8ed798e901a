package org.shiriki.staff;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/// The account of what was done: lines are added, never changed.
public interface Audit {
  /// Adds a line.
  void add(AuditEntry entry);

  /// A line and its number.
  record Numbered(long number, AuditEntry entry) {}

  /// Which lines are wanted.
  ///
  /// @param until before this moment
  /// @param actor whose; empty for everybody's
  /// @param action how it begins; empty for all
  /// @param subject how it begins; empty for all
  record Filter(Instant from, Instant until, String actor, String action, String subject) {}

  /// Lines in the order in which they were added.
  ///
  /// @param after the number that the page begins behind
  List<Numbered> lines(Filter filter, long after, int limit);

  /// The hash of the last line, which stands for all before it; empty while there is none.
  String head();

  /// The number of the first line that is not as it was written, or does not follow the one before.
  OptionalLong firstBroken();
}
