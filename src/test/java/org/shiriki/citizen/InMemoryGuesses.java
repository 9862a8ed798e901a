package org.shiriki.citizen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shiriki.privacy.PhoneKey;

/// Wrong codes for as long as a test runs.
public final class InMemoryGuesses implements Guesses {
  private final Map<By, List<Instant>> tries = new HashMap<>();

  private record By(PhoneKey person, Kind kind) {}

  @Override
  public synchronized boolean counts(PhoneKey person, Kind kind, Instant now) {
    var tried = tries.computeIfAbsent(new By(person, kind), _ -> new ArrayList<>());
    tried.removeIf(at -> !at.isAfter(now.minus(WINDOW)));
    return tried.size() < TRIES && tried.add(now);
  }

  @Override
  public synchronized void takesBack(PhoneKey person, Kind kind, Instant at) {
    tries.getOrDefault(new By(person, kind), new ArrayList<>()).remove(at);
  }
}
