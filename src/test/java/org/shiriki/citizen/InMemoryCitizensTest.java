package org.shiriki.citizen;

import org.shiriki.TestClock;
import org.shiriki.Town;

class InMemoryCitizensTest implements CitizensContract {
  @Override
  public Citizens citizens() {
    return new InMemoryCitizens(new TestClock(Town.MORNING));
  }
}
