package org.shiriki.citizen;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.shiriki.privacy.PhoneKey;

/// Keeps requests in memory.
public final class InMemoryDataRequests implements DataRequests {
  private final Predicate<PhoneKey> consented;
  private final RandomGenerator random;
  private final Map<Asker, DataRequest> open = new LinkedHashMap<>();

  private record Asker(PhoneKey key, DataRequest.Kind kind) {}

  /// Nothing yet.
  ///
  /// @param consented whether a person may be kept
  public InMemoryDataRequests(Predicate<PhoneKey> consented, RandomGenerator random) {
    this.consented = consented;
    this.random = random;
  }

  @Override
  public synchronized Optional<DataRequest> ask(
      PhoneKey key, DataRequest.Kind kind, Channel channel, Instant at) {
    if (!consented.test(key)) {
      return Optional.empty();
    }
    return Optional.of(
        open.computeIfAbsent(
            new Asker(key, kind),
            _ -> new DataRequest(Ticket.draw(random), kind, at, at.plus(DataRequest.CLOCK))));
  }

  @Override
  public synchronized List<DataRequest> of(PhoneKey key) {
    return open.entrySet().stream()
        .filter(kept -> kept.getKey().key().equals(key) && consented.test(key))
        .map(Map.Entry::getValue)
        .sorted(Comparator.comparing(DataRequest::due))
        .toList();
  }

  @Override
  public synchronized List<DataRequest> open() {
    return open.entrySet().stream()
        .filter(kept -> consented.test(kept.getKey().key()))
        .map(Map.Entry::getValue)
        .sorted(Comparator.comparing(DataRequest::due))
        .toList();
  }

  @Override
  public synchronized void answered(Ticket reference, Instant at) {
    open.values().removeIf(request -> request.reference().equals(reference));
  }
}
