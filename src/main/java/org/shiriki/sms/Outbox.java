package org.shiriki.sms;

/// Messages on their way to people.
public interface Outbox {
  /// Keeps a message to be sent. The same person and `once` again change nothing.
  ///
  /// @return whether it is new
  boolean put(Message message);
}
