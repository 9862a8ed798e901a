package org.shiriki.concern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shiriki.concern.Directory.Route;
import org.shiriki.privacy.PhoneKey;

/// Concerns for as long as a test runs.
public final class InMemoryConcerns implements Concerns {
  private final Predicate<PhoneKey> consented;
  private final Reference.Source references;
  private final List<Filing> filings = new ArrayList<>();

  /// What was filed, as its office sees it.
  record Filing(
      Reference reference,
      Draft draft,
      Route route,
      @Nullable PhoneKey reporter,
      List<Progress.Event> history) {
    Concern concern() {
      return new Concern(
          reference,
          draft.category(),
          draft.ward(),
          history.getLast().status(),
          history.getFirst().at());
    }
  }

  /// Nothing yet.
  ///
  /// @param consented whether a person may be kept
  public InMemoryConcerns(Predicate<PhoneKey> consented, Reference.Source references) {
    this.consented = consented;
    this.references = references;
  }

  /// How many concerns were filed, with a name or without.
  public synchronized int filed() {
    return filings.size();
  }

  synchronized List<Filing> filings() {
    return List.copyOf(filings);
  }

  @Override
  public synchronized Reference file(Draft draft, PhoneKey caller, Route route, Instant at) {
    for (var filing : filings) {
      if (filing.draft.id().equals(draft.id())) {
        return filing.reference;
      }
    }
    var reporter = draft.anonymous() || !consented.test(caller) ? null : caller;
    var received = new Progress.Event(Status.RECEIVED, "", draft.filed(at));
    var reference = fresh();
    filings.add(new Filing(reference, draft, route, reporter, new ArrayList<>(List.of(received))));
    return reference;
  }

  private Reference fresh() {
    var reference = references.next();
    return filing(reference).isPresent() ? fresh() : reference;
  }

  @Override
  public synchronized void advance(Reference reference, Progress.Event event) {
    filing(reference).ifPresent(filing -> filing.history.add(event));
  }

  @Override
  public synchronized List<Concern> reportedBy(PhoneKey reporter) {
    return by(reporter).stream()
        .map(Filing::concern)
        .sorted(Comparator.comparing(Concern::filed).reversed())
        .limit(LISTED)
        .toList();
  }

  @Override
  public synchronized int count(PhoneKey reporter) {
    return by(reporter).size();
  }

  @Override
  public synchronized Optional<Progress> find(Reference reference) {
    return filing(reference).map(filing -> new Progress(filing.concern(), filing.history));
  }

  private List<Filing> by(PhoneKey reporter) {
    return consented.test(reporter)
        ? filings.stream().filter(filing -> reporter.equals(filing.reporter)).toList()
        : List.of();
  }

  private Optional<Filing> filing(Reference reference) {
    return filings.stream().filter(filing -> filing.reference.equals(reference)).findFirst();
  }
}
