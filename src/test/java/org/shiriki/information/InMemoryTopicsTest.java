package org.shiriki.information;

import java.util.List;

final class InMemoryTopicsTest implements TopicsContract {
  @Override
  public Topics topics(List<Topic> seed) {
    return new InMemoryTopics(seed);
  }
}
