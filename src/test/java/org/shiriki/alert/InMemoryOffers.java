package org.shiriki.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shiriki.staff.AuditEntry;

/// Keeps topics of alerts for staff in a map.
final class InMemoryOffers implements Offers {
  private static final Comparator<Offer> ORDER =
      Comparator.comparingInt(Offer::position).thenComparing(offer -> offer.topic().id());

  private final Map<String, Offer> offers = new HashMap<>();
  private final Map<String, UUID> calls = new HashMap<>();
  private final List<AuditEntry> audit = new ArrayList<>();

  /// What the audit holds.
  List<AuditEntry> audit() {
    return List.copyOf(audit);
  }

  @Override
  public Optional<Offer> find(String id) {
    return Optional.ofNullable(offers.get(id));
  }

  @Override
  public List<Offer> page(int position, String id, int limit) {
    return offers.values().stream()
        .sorted(ORDER)
        .filter(offer ->
            offer.position() > position
                || (offer.position() == position && offer.topic().id().compareTo(id) > 0))
        .limit(limit)
        .toList();
  }

  @Override
  public boolean add(Offer offer, UUID once, AuditEntry entry) {
    var id = offer.topic().id();
    if (offers.containsKey(id) || calls.containsValue(once)) {
      return once.equals(calls.get(id));
    }
    offers.put(id, offer);
    calls.put(id, once);
    return audit.add(entry);
  }

  @Override
  public boolean replace(Offer next, AuditEntry entry) {
    var id = next.topic().id();
    if (find(id).filter(before -> before.version() == next.version() - 1).isEmpty()) {
      return false;
    }
    offers.put(id, next);
    return audit.add(entry);
  }
}
