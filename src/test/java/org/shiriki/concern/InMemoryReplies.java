package org.shiriki.concern;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.shiriki.privacy.PhoneKey;

/// Replies that wait, for as long as a test runs.
public final class InMemoryReplies implements Replies {
  private final Map<Waiting, PhoneKey> waiting = new LinkedHashMap<>();

  /// A reply that no SMS has brought.
  void wait(Waiting reply, PhoneKey person) {
    waiting.put(reply, person);
  }

  @Override
  public Optional<Waiting> next(PhoneKey person, Instant now) {
    return waiting.keySet().stream().filter(reply -> person.equals(waiting.get(reply))).findFirst();
  }

  @Override
  public void seen(Waiting reply, PhoneKey person) {
    waiting.remove(reply, person);
  }
}
