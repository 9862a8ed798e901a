package org.shiriki.information;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shiriki.staff.AuditEntry;

/// Keeps help lines for staff. Each change is made only to the version that its maker has seen, is
/// shown by phones at once, and its line of the audit is kept with it.
public interface Postings {
  Optional<Posting> find(String id);

  /// Help lines in the order of the list.
  ///
  /// @param position where the page begins: behind the line with this place and id
  List<Posting> page(int position, String id, int limit);

  /// Keeps a new help line.
  ///
  /// @param once the same call makes nothing twice
  /// @return whether it is kept; not if another has its id
  boolean add(Posting posting, UUID once, AuditEntry entry);

  /// Puts a line in the place of the version before it.
  ///
  /// @return whether that is still how the line stands
  boolean replace(Posting next, AuditEntry entry);

  /// Takes a line away.
  ///
  /// @param seen the version that is taken away
  boolean remove(String id, long seen, AuditEntry entry);
}
