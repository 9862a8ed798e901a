package org.shiriki.sms;

import java.time.Duration;

/// How much leaves, and how old it may be.
///
/// @param segmentsPerSecond what this node hands to the carrier, counted in parts of messages
/// @param recipientsPerRequest how many people one request names at most
/// @param repliesPerDay how many replies one person gets in one day
/// @param oldest how long a message may wait before nobody wants it any more
public record SmsLimits(
    int segmentsPerSecond, int recipientsPerRequest, int repliesPerDay, Duration oldest) {
  Dispatches.Terms terms() {
    return new Dispatches.Terms(oldest, repliesPerDay);
  }
}
