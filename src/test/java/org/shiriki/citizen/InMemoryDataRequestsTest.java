package org.shiriki.citizen;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.shiriki.privacy.PhoneKey;

class InMemoryDataRequestsTest implements DataRequestsContract {
  private final Set<PhoneKey> consented = new HashSet<>();
  private final DataRequests requests =
      new InMemoryDataRequests(consented::contains, new Random(7));

  @Override
  public DataRequests requests() {
    return requests;
  }

  @Override
  public PhoneKey consenting() {
    var key = passing();
    consented.add(key);
    return key;
  }

  @Override
  public PhoneKey passing() {
    return new PhoneKey(UUID.randomUUID().toString());
  }

  @Override
  public void leaves(PhoneKey person) {
    consented.remove(person);
  }
}
