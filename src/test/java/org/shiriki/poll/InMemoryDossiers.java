package org.shiriki.poll;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shiriki.staff.AuditEntry;

/// Keeps polls for staff in a map.
final class InMemoryDossiers implements Dossiers {
  private static final Comparator<Dossier> LAST_FIRST =
      Comparator.<Dossier, Instant>comparing(dossier -> dossier.poll().opens())
          .thenComparing(dossier -> dossier.id().text())
          .reversed();

  private final Map<PollId, Dossier> dossiers = new HashMap<>();
  private final Map<PollId, UUID> calls = new HashMap<>();
  private final List<AuditEntry> audit = new ArrayList<>();

  /// What the audit holds.
  List<AuditEntry> audit() {
    return List.copyOf(audit);
  }

  /// Keeps a poll as it is.
  void hold(Dossier dossier) {
    dossiers.put(dossier.id(), dossier);
  }

  @Override
  public Optional<Dossier> find(PollId id) {
    return Optional.ofNullable(dossiers.get(id));
  }

  @Override
  public List<Dossier> page(Instant opens, String id, int limit) {
    return dossiers.values().stream()
        .sorted(LAST_FIRST)
        .filter(dossier -> {
          var order = dossier.poll().opens().compareTo(opens);
          return order < 0 || (order == 0 && dossier.id().text().compareTo(id) < 0);
        })
        .limit(limit)
        .toList();
  }

  @Override
  public boolean add(Dossier draft, UUID once, AuditEntry entry) {
    if (dossiers.containsKey(draft.id()) || calls.containsValue(once)) {
      return once.equals(calls.get(draft.id()));
    }
    dossiers.put(draft.id(), draft);
    calls.put(draft.id(), once);
    return audit.add(entry);
  }

  @Override
  public boolean replace(Dossier next, AuditEntry entry) {
    var before = dossiers.get(next.id());
    if (before == null || before.version() != next.version() - 1) {
      return false;
    }
    dossiers.put(next.id(), next);
    return audit.add(entry);
  }
}
