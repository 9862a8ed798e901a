package org.shiriki.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.shiriki.incident.Incident.Clock;
import org.shiriki.staff.AuditEntry;

/// Keeps incidents in memory.
final class InMemoryIncidents implements Incidents {
  private final TreeMap<Long, List<Incident>> versions = new TreeMap<>(Comparator.reverseOrder());
  private final Map<UUID, Long> requests = new HashMap<>();
  private final Set<String> warned = new HashSet<>();
  private final List<AuditEntry> lines = new ArrayList<>();

  @Override
  public Incident open(UUID once, Entry first) {
    var known = requests.get(once);
    if (known != null) {
      return versions.getOrDefault(known, List.of()).getLast();
    }
    var number = versions.size() + 1L;
    var incident = first.incident();
    var opened =
        new Incident(
            number,
            1,
            incident.account(),
            incident.at(),
            incident.facts(),
            null,
            "",
            null,
            "",
            null,
            "");
    requests.put(once, number);
    versions.put(number, new ArrayList<>(List.of(opened)));
    lines.add(first.line());
    return opened;
  }

  @Override
  public boolean follow(Entry next) {
    var all = versions.get(next.incident().number());
    if (all == null || all.getFirst().version() + 1 != next.incident().version()) {
      return false;
    }
    all.addFirst(next.incident());
    lines.add(next.line());
    return true;
  }

  @Override
  public Optional<Incident> find(long number) {
    return versions(number).stream().findFirst();
  }

  @Override
  public List<Incident> versions(long number) {
    return List.copyOf(versions.getOrDefault(number, List.of()));
  }

  @Override
  public List<Incident> list(Filter filter, int limit) {
    return versions.values().stream()
        .map(List::getFirst)
        .filter(incident -> incident.number() < filter.before())
        .filter(incident -> !filter.open() || incident.closedAt() == null)
        .limit(limit)
        .toList();
  }

  @Override
  public void warn(Incident incident, Clock clock, Instant at) {
    if (warned.add(incident.number() + " " + clock)) {
      lines.add(new AuditEntry(at, "incident", "incident.warned", "", clock.name()));
    }
  }

  List<String> actions() {
    return lines.stream().map(AuditEntry::action).toList();
  }
}
