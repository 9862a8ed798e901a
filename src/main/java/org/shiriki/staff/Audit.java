package org.shiriki.staff;

import java.util.OptionalLong;

/// The account of what was done: lines are added, never changed.
public interface Audit {
  /// Adds a line.
  void add(AuditEntry entry);

  /// The hash of the last line, which stands for all before it; empty while there is none.
  String head();

  /// The number of the first line that is not as it was written, or does not follow the one before.
  OptionalLong firstBroken();
}
