package org.shiriki.webhook;

/// A kind of event that is told.
public enum Kind {
  CONCERN_FILED,
  CONCERN_STATUS_CHANGED,
  /// A poll was sealed after its close; its results may be asked for.
  POLL_CLOSED,
  /// Somebody of the staff tries the webhook out; nobody asks for these.
  TEST
}
