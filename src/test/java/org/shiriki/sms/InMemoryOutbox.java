package org.shiriki.sms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shiriki.privacy.PhoneKey;

/// Messages on their way, in memory.
public final class InMemoryOutbox implements Outbox {
  private final Map<Key, Message> messages = new LinkedHashMap<>();

  private record Key(PhoneKey person, String once) {}

  @Override
  public synchronized boolean put(Message message) {
    return messages.putIfAbsent(new Key(message.to(), message.once()), message) == null;
  }

  /// What waits for a person, oldest first.
  public synchronized List<Message> waiting(PhoneKey person) {
    return messages.values().stream().filter(message -> message.to().equals(person)).toList();
  }
}
