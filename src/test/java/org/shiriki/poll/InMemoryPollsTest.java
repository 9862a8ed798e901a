package org.shiriki.poll;

import org.shiriki.privacy.PhoneKey;

class InMemoryPollsTest implements PollsContract {
  @Override
  public Polls polls() {
    return new InMemoryPolls(Fair.polls());
  }

  @Override
  public void leaves(Polls polls, PhoneKey person) {
    ((InMemoryPolls) polls).part(person);
  }
}
