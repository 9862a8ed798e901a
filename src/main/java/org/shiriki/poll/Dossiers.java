package org.shiriki.poll;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shiriki.staff.AuditEntry;

/// Keeps polls through their lives, for staff; [Polls] keeps those that phones know. Each change is
/// made only to the version that its maker has seen, and its line of the audit is kept with it.
public interface Dossiers {
  /// The last moment that there is.
  Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  Optional<Dossier> find(PollId id);

  /// Polls, the one that opens last before the others.
  ///
  /// @param opens where the page begins: behind the poll that opens then and has this id
  List<Dossier> page(Instant opens, String id, int limit);

  /// Keeps a new poll.
  ///
  /// @param once the same call makes nothing twice
  /// @return whether it is kept; not if another has its id
  boolean add(Dossier draft, UUID once, AuditEntry entry);

  /// Puts a poll in the place of the version before it.
  ///
  /// @return whether that is still how the poll stands
  boolean replace(Dossier next, AuditEntry entry);
}
