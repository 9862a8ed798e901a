package org.shiriki.broadcast;

import org.shiriki.TestClock;

class InMemoryBroadcastsTest implements BroadcastsContract {
  private final TestClock clock = new TestClock(NOON);
  private final InMemoryBroadcasts broadcasts = new InMemoryBroadcasts(clock);

  @Override
  public TestClock clock() {
    return clock;
  }

  @Override
  public Broadcasts broadcasts(boolean political) {
    broadcasts.political = political;
    return broadcasts;
  }

  @Override
  public void begin(long id) {
    broadcasts.begin(id);
  }
}
