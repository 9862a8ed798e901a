package org.shiriki.simulator;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The SMS that simulated phones have received; each phone keeps its newest.
final class Messages {
  private static final int KEPT = 200;

  /// One SMS as it lies in a phone's inbox.
  record Message(String id, String from, PhoneNumber to, String text, Instant at, String status) {}

  private final ConcurrentMap<PhoneNumber, Deque<Message>> inboxes = new ConcurrentHashMap<>();

  void deliver(Message message) {
    inboxes.compute(
        message.to(),
        (_, inbox) -> {
          var kept = inbox == null ? new ArrayDeque<Message>() : new ArrayDeque<>(inbox);
          kept.addLast(message);
          if (kept.size() > KEPT) {
            kept.removeFirst();
          }
          return kept;
        });
  }

  /// What a phone has received, newest last.
  List<Message> of(PhoneNumber phone) {
    return List.copyOf(inboxes.getOrDefault(phone, new ArrayDeque<>()));
  }
}
