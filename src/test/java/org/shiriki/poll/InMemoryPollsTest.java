package org.shiriki.poll;

class InMemoryPollsTest implements PollsContract {
  @Override
  public Polls polls() {
    return new InMemoryPolls(Fair.polls());
  }
}
