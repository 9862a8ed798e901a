package org.shiriki.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.shiriki.sms.Message.Lane;

/// The outbox as those who empty it see it.
///
/// A claim is a lease: while it runs no other node touches the message. Between [#claim] and
/// [#begin] the message is QUEUED still, and goes back by itself when the lease runs out; after
/// [#begin] it may have been sent, and becomes UNKNOWN.
public interface Dispatches {
  /// What may be sent at all.
  ///
  /// @param oldest how long a message may wait before nobody wants it any more
  /// @param repliesPerDay how many replies one person gets in one day of Nairobi's
  /// @param alertsPerWeek how many messages for many people one person gets in seven days
  /// @param segmentsPerDay how many parts of messages for many people leave in one day of Nairobi's
  record Terms(Duration oldest, int repliesPerDay, int alertsPerWeek, long segmentsPerDay) {}

  /// One verdict to be kept.
  record Settled(Dispatch dispatch, Verdict verdict) {}

  /// Takes messages that are due, oldest first; what cannot be opened any more is FAILED at once.
  ///
  /// @param until when the claim runs out
  List<Dispatch> claim(Lane lane, int most, Instant now, Instant until);

  /// Says that these are about to leave, and gives those that may: whose lease still holds, whose
  /// person has neither left nor used up the day's replies, who agreed where the lane asks for it,
  /// and who are not too old. The others are in their last state, but those of a broadcast that is
  /// held up and those that the day has no money for: they wait in the queue.
  ///
  /// @param until when the sender counts as dead
  List<Dispatch> begin(List<Dispatch> claimed, Terms terms, Instant now, Instant until);

  /// Keeps what the carrier said. What was refused for now is queued again until `again`.
  void settle(List<Settled> settled, Instant now, Instant again);

  /// Puts messages back that were surely not sent.
  void putBack(List<Dispatch> claimed, Instant due);

  /// Gives up messages whose sender died on the way: they are UNKNOWN.
  void abandon(Instant now);

  /// What waits in a lane.
  ///
  /// @param oldest the age of the oldest that is due, zero if none is
  record Waiting(Lane lane, long messages, Duration oldest) {}

  /// What waits, a line a lane.
  List<Waiting> waiting(Instant now);
}
