package org.shiriki.information;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shiriki.staff.AuditEntry;

/// Keeps help lines for staff in a map.
final class InMemoryPostings implements Postings {
  private static final Comparator<Posting> ORDER =
      Comparator.comparingInt(Posting::position).thenComparing(posting -> posting.line().id());

  private final Map<String, Posting> postings = new HashMap<>();
  private final Map<String, UUID> calls = new HashMap<>();
  private final List<AuditEntry> audit = new ArrayList<>();

  /// What the audit holds.
  List<AuditEntry> audit() {
    return List.copyOf(audit);
  }

  @Override
  public Optional<Posting> find(String id) {
    return Optional.ofNullable(postings.get(id));
  }

  @Override
  public List<Posting> page(int position, String id, int limit) {
    return postings.values().stream()
        .sorted(ORDER)
        .filter(posting ->
            posting.position() > position
                || (posting.position() == position && posting.line().id().compareTo(id) > 0))
        .limit(limit)
        .toList();
  }

  @Override
  public boolean add(Posting posting, UUID once, AuditEntry entry) {
    var id = posting.line().id();
    if (postings.containsKey(id) || calls.containsValue(once)) {
      return once.equals(calls.get(id));
    }
    postings.put(id, posting);
    calls.put(id, once);
    return audit.add(entry);
  }

  @Override
  public boolean replace(Posting next, AuditEntry entry) {
    var stands = stands(next.line().id(), next.version() - 1);
    if (stands) {
      postings.put(next.line().id(), next);
      audit.add(entry);
    }
    return stands;
  }

  @Override
  public boolean remove(String id, long seen, AuditEntry entry) {
    var stands = stands(id, seen);
    if (stands) {
      postings.remove(id);
      audit.add(entry);
    }
    return stands;
  }

  private boolean stands(String id, long seen) {
    return find(id).filter(posting -> posting.version() == seen).isPresent();
  }
}
