package org.shiriki.concern;

import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.shiriki.privacy.PhoneKey;

class InMemoryFollowTest implements VoicesContract, VerdictsContract, PinsContract {
  private final Set<PhoneKey> people = new HashSet<>();
  private final InMemoryConcerns concerns =
      new InMemoryConcerns(people::contains, Reference.from(new Random(1)));
  private final InMemoryPins pins = new InMemoryPins(concerns);
  private final InMemoryVerdicts verdicts = new InMemoryVerdicts(concerns, pins::guards);
  private int born;

  @Override
  public Concerns concerns() {
    return concerns;
  }

  @Override
  public Voices voices() {
    return new InMemoryVoices(concerns);
  }

  @Override
  public Pins pins() {
    return pins;
  }

  @Override
  public Verdicts verdicts() {
    return verdicts;
  }

  @Override
  public Instant askedUntil(PhoneKey person) {
    return concerns.askedUntil(person);
  }

  @Override
  public long said(Reference reference, Verdict verdict) {
    return verdicts.count(reference, verdict);
  }

  @Override
  public PhoneKey consenting() {
    var person = passing();
    people.add(person);
    return person;
  }

  @Override
  public PhoneKey passing() {
    return new PhoneKey("person-" + born++);
  }

  @Override
  public void leaves(PhoneKey person) {
    people.remove(person);
  }
}
