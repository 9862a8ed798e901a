package org.shiriki.concern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shiriki.office.Directory.Route;
import org.shiriki.privacy.PhoneKey;

/// Concerns for as long as a test runs.
public final class InMemoryConcerns implements Concerns {
  private final Predicate<PhoneKey> consented;
  private final Reference.Source references;
  private final List<Filing> filings = new ArrayList<>();

  /// The questions that wait: who is to be asked about which closing, and until when.
  final Map<Asked, Instant> questions = new LinkedHashMap<>();

  record Asked(Reference reference, int event, PhoneKey person) {}

  /// What was filed, as its office sees it.
  record Filing(
      Reference reference,
      Draft draft,
      Route route,
      Set<PhoneKey> reporters,
      Set<PhoneKey> voices,
      Set<PhoneKey> followers,
      List<Progress.Event> history) {
    @Nullable PhoneKey reporter() {
      return reporters.stream().findFirst().orElse(null);
    }

    Stream<PhoneKey> concerned() {
      return Stream.concat(reporters.stream(), followers.stream());
    }

    boolean open() {
      return history.getLast().status().kind() == Status.Kind.OPEN;
    }

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
    var reporters = new HashSet<PhoneKey>();
    if (!draft.anonymous() && consented.test(caller)) {
      reporters.add(caller);
    }
    var received = new Progress.Event(Status.RECEIVED, "", draft.filed(at));
    var reference = fresh();
    filings.add(
        new Filing(
            reference,
            draft,
            route,
            reporters,
            new HashSet<>(),
            new HashSet<>(),
            new ArrayList<>(List.of(received))));
    return reference;
  }

  private Reference fresh() {
    var reference = references.next();
    return filing(reference).isPresent() ? fresh() : reference;
  }

  @Override
  public synchronized void advance(Reference reference, Progress.Event event) {
    filing(reference).ifPresent(filing -> advance(filing, event));
  }

  void advance(Filing filing, Progress.Event event) {
    var wasOpen = filing.open();
    filing.history.add(event);
    if (filing.open()) {
      questions.keySet().removeIf(asked -> asked.reference.equals(filing.reference));
    } else if (wasOpen) {
      var number = filing.history.size();
      filing
          .concerned()
          .filter(consented)
          .forEach(person ->
              questions.put(
                  new Asked(filing.reference, number, person), event.at().plus(Verdicts.ASKED)));
    }
  }

  /// Until when something waits to be asked of a person.
  public synchronized Instant askedUntil(PhoneKey person) {
    return questions.entrySet().stream()
        .filter(question -> question.getKey().person.equals(person))
        .map(Map.Entry::getValue)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /// Takes a person off all that they reported or follow.
  synchronized void unlink(PhoneKey person) {
    questions.keySet().removeIf(asked -> asked.person.equals(person));
    for (var filing : filings) {
      filing.reporters.remove(person);
      filing.followers.remove(person);
    }
  }

  /// Whether a person may be kept.
  boolean mayKeep(PhoneKey person) {
    return consented.test(person);
  }

  @Override
  public synchronized List<Concern> reportedBy(PhoneKey reporter) {
    return filings.stream()
        .filter(filing -> consented.test(reporter) && filing.concerned().anyMatch(reporter::equals))
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
  public synchronized int followed(PhoneKey follower) {
    return (int) filings.stream().filter(filing -> filing.followers.contains(follower)).count();
  }

  @Override
  public synchronized Optional<Progress> find(Reference reference) {
    return filing(reference).map(filing -> new Progress(filing.concern(), filing.history));
  }

  private List<Filing> by(PhoneKey reporter) {
    return consented.test(reporter)
        ? filings.stream().filter(filing -> filing.reporters.contains(reporter)).toList()
        : List.of();
  }

  Optional<Filing> filing(Reference reference) {
    return filings.stream().filter(filing -> filing.reference.equals(reference)).findFirst();
  }
}
