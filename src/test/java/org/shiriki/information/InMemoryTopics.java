package org.shiriki.information;

import java.util.List;

/// Keeps topics in a list.
public record InMemoryTopics(List<Topic> all) implements Topics {
  public InMemoryTopics {
    all = List.copyOf(all);
  }
}
