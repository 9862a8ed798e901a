package org.shiriki.upkeep;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shiriki.staff.AuditEntry;

/// Keeps legal holds.
public interface Holds {
  /// Holds in the order in which they were placed.
  ///
  /// @param after when the last of the page before was placed
  /// @param id its id
  List<Hold> list(Instant after, UUID id, int limit);

  /// A hold, unless it was lifted.
  Optional<Hold> find(UUID id);

  /// Places a hold, and adds the line that tells of it. The same one again changes nothing.
  ///
  /// @return whether it stands; not if the same thing is under another one
  boolean place(Hold hold, AuditEntry line);

  /// Lifts a hold, and adds the line that tells of it.
  ///
  /// @return whether it stood
  boolean lift(UUID id, AuditEntry line);
}
