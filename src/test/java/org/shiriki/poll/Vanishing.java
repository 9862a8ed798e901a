package org.shiriki.poll;

import java.lang.reflect.Proxy;
import java.util.List;

/// Polls that can be taken away.
final class Vanishing {
  private final Polls polls;
  private boolean gone;

  Vanishing(Polls polls) {
    this.polls = polls;
  }

  void vanish() {
    gone = true;
  }

  /// The polls while they are there, and none from then on.
  Polls there() {
    var none = new InMemoryPolls(List.of());
    return (Polls)
        Proxy.newProxyInstance(
            Polls.class.getClassLoader(),
            new Class<?>[] {Polls.class},
            (_, method, arguments) -> method.invoke(gone ? none : polls, arguments));
  }
}
