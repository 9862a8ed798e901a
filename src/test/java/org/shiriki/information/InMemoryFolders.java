package org.shiriki.information;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shiriki.staff.AuditEntry;

/// Keeps topics with all their versions in maps.
final class InMemoryFolders implements Folders {
  private static final Comparator<Folder> ORDER =
      Comparator.comparingInt(Folder::position).thenComparing(Folder::id);

  private final Map<String, Folder> folders = new HashMap<>();
  private final Map<String, List<Edition>> editions = new HashMap<>();
  private final Map<String, UUID> calls = new HashMap<>();
  private final List<AuditEntry> audit = new ArrayList<>();

  /// What the audit holds.
  List<AuditEntry> audit() {
    return List.copyOf(audit);
  }

  @Override
  public Optional<Folder> find(String id) {
    return Optional.ofNullable(folders.get(id));
  }

  @Override
  public List<Folder> page(Search search, int limit) {
    return folders.values().stream()
        .sorted(ORDER)
        .filter(folder ->
            folder.position() > search.position()
                || (folder.position() == search.position()
                    && folder.id().compareTo(search.id()) > 0))
        .filter(folder -> {
          var due = search.dueBy();
          return due == null || !folder.latest().topic().reviewBy().isAfter(due);
        })
        .filter(folder -> {
          var shown = search.shown();
          return shown == null || (folder.shown() != Folder.NONE) == shown;
        })
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Edition> edition(String id, long number) {
    return editions.getOrDefault(id, List.of()).stream()
        .filter(edition -> edition.number() == number)
        .findFirst();
  }

  @Override
  public List<Edition> editions(String id, long before, int limit) {
    return editions.getOrDefault(id, List.of()).reversed().stream()
        .filter(edition -> edition.number() < before)
        .limit(limit)
        .toList();
  }

  @Override
  public boolean add(Edition first, int position, UUID once, AuditEntry entry) {
    var id = first.topic().id();
    if (folders.containsKey(id) || calls.containsValue(once)) {
      return once.equals(calls.get(id));
    }
    calls.put(id, once);
    editions.put(id, new ArrayList<>(List.of(first)));
    return put(new Folder(position, first, Folder.NONE, 1), entry);
  }

  @Override
  public boolean revise(Edition next, long seen, AuditEntry entry) {
    var id = next.topic().id();
    return standing(id, seen)
        .map(folder -> {
          editions.computeIfAbsent(id, _ -> new ArrayList<>()).add(next);
          return put(
              new Folder(folder.position(), next, folder.shown(), folder.version() + 1), entry);
        })
        .orElse(false);
  }

  @Override
  public boolean show(String id, long number, long seen, AuditEntry entry) {
    return standing(id, seen)
        .map(folder ->
            put(
                new Folder(folder.position(), folder.latest(), number, folder.version() + 1),
                entry))
        .orElse(false);
  }

  @Override
  public boolean move(String id, int position, long seen, AuditEntry entry) {
    return standing(id, seen)
        .map(folder ->
            put(new Folder(position, folder.latest(), folder.shown(), folder.version() + 1), entry))
        .orElse(false);
  }

  private Optional<Folder> standing(String id, long seen) {
    return find(id).filter(folder -> folder.version() == seen);
  }

  private boolean put(Folder folder, AuditEntry entry) {
    folders.put(folder.id(), folder);
    return audit.add(entry);
  }
}
