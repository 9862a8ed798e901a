package org.shiriki.alert;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shiriki.staff.AuditEntry;

/// Keeps topics of alerts for staff. Each change is made only to the version that its maker has
/// seen, and its line of the audit is kept with it.
public interface Offers {
  Optional<Offer> find(String id);

  /// Topics in the order of the menu.
  ///
  /// @param position where the page begins: behind the topic with this place and id
  List<Offer> page(int position, String id, int limit);

  /// Keeps a new topic.
  ///
  /// @param once the same call makes nothing twice
  /// @return whether it is kept; not if another has its id
  boolean add(Offer offer, UUID once, AuditEntry entry);

  /// Puts a topic in the place of the version before it.
  ///
  /// @return whether that is still how the topic stands
  boolean replace(Offer next, AuditEntry entry);
}
