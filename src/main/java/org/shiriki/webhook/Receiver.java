package org.shiriki.webhook;

import java.util.Map;

/// Where webhooks are told.
public interface Receiver {
  /// How an attempt went.
  enum Outcome {
    /// It was taken: answered with a 2xx.
    TAKEN,
    /// It was answered with something else.
    REFUSED,
    /// It was answered with another address, which is not followed.
    REDIRECTED,
    /// It was not answered in time.
    UNANSWERED,
    /// Nobody was there.
    UNREACHABLE,
    /// The address leads to where we tell nothing.
    FORBIDDEN
  }

  /// An answer.
  ///
  /// @param status of HTTP; 0 without an answer
  record Answer(Outcome outcome, int status) {}

  /// Hands something over, and waits for the answer.
  Answer send(String url, Map<String, String> headers, String body);
}
