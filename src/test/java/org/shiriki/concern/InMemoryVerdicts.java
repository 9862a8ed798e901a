package org.shiriki.concern;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.shiriki.concern.InMemoryConcerns.Asked;
import org.shiriki.privacy.PhoneKey;

/// Verdicts for as long as a test runs.
public final class InMemoryVerdicts implements Verdicts {
  private final InMemoryConcerns concerns;
  private final Predicate<PhoneKey> guarded;
  private final Map<Asked, Verdict> said = new HashMap<>();

  /// None yet.
  ///
  /// @param guarded whether a person has a PIN
  public InMemoryVerdicts(InMemoryConcerns concerns, Predicate<PhoneKey> guarded) {
    this.concerns = concerns;
    this.guarded = guarded;
  }

  /// How many said so.
  long count(Reference reference, Verdict verdict) {
    return said.entrySet().stream()
        .filter(word -> word.getKey().reference().equals(reference))
        .filter(word -> word.getValue() == verdict)
        .count();
  }

  @Override
  public Optional<Closing> next(PhoneKey person, boolean unlocked, Instant now) {
    if (!unlocked && guarded.test(person)) {
      return Optional.empty();
    }
    synchronized (concerns) {
      return concerns.questions.entrySet().stream()
          .filter(question -> question.getKey().person().equals(person))
          .filter(question -> question.getValue().isAfter(now))
          .map(Map.Entry::getKey)
          .findFirst()
          .map(this::closing);
    }
  }

  private Closing closing(Asked asked) {
    var concern = concerns.filing(asked.reference()).orElseThrow().concern();
    return new Closing(asked.reference(), concern.category(), asked.event(), concern.status());
  }

  @Override
  public void say(Closing closing, PhoneKey person, Verdict verdict, Instant now) {
    var asked = new Asked(closing.reference(), closing.event(), person);
    synchronized (concerns) {
      var until = concerns.questions.get(asked);
      if (until == null || !until.isAfter(now)) {
        return;
      }
      concerns.questions.remove(asked);
      said.putIfAbsent(asked, verdict);
      var filing = concerns.filing(closing.reference()).orElseThrow();
      if (verdict == Verdict.NO && !filing.open()) {
        concerns.advance(filing, new Progress.Event(Status.REOPENED, "", now));
      }
    }
  }
}
