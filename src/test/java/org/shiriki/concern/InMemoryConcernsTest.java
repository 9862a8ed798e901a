package org.shiriki.concern;

import java.util.HashSet;
import java.util.Set;
import org.shiriki.privacy.PhoneKey;

class InMemoryConcernsTest implements ConcernsContract {
  private final Set<PhoneKey> people = new HashSet<>();

  @Override
  public Concerns concerns(Reference.Source references) {
    return new InMemoryConcerns(people::contains, references);
  }

  @Override
  public PhoneKey consenting() {
    var amina = new PhoneKey("amina");
    people.add(amina);
    return amina;
  }

  @Override
  public PhoneKey passing() {
    return new PhoneKey("juma");
  }

  @Override
  public void leaves(PhoneKey person) {
    people.remove(person);
  }
}
