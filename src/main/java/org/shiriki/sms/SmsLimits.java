package org.shiriki.sms;

import java.time.Duration;

/// How much leaves, and how old it may be.
///
/// @param segmentsPerSecond what this node hands to the carrier, counted in parts of messages
/// @param recipientsPerRequest how many people one request names at most
/// @param repliesPerDay how many replies one person gets in one day
/// @param oldest how long a message may wait before nobody wants it any more
/// @param alertsPerWeek how many messages for many people one person gets in seven days
/// @param segmentsPerDay how many parts of messages for many people leave in one day, on all nodes
public record SmsLimits(
    int segmentsPerSecond,
    int recipientsPerRequest,
    int repliesPerDay,
    Duration oldest,
    int alertsPerWeek,
    long segmentsPerDay) {
  private static final int ALERTS_PER_WEEK = 3;

  /// With three alerts a week and no limit to a day's cost.
  public SmsLimits(
      int segmentsPerSecond, int recipientsPerRequest, int repliesPerDay, Duration oldest) {
    this(
        segmentsPerSecond,
        recipientsPerRequest,
        repliesPerDay,
        oldest,
        ALERTS_PER_WEEK,
        Long.MAX_VALUE);
  }

  /// The same with another limit to what leaves in a day.
  public SmsLimits perDay(long segments) {
    return new SmsLimits(
        segmentsPerSecond, recipientsPerRequest, repliesPerDay, oldest, alertsPerWeek, segments);
  }

  Dispatches.Terms terms() {
    return new Dispatches.Terms(oldest, repliesPerDay, alertsPerWeek, segmentsPerDay);
  }
}
