package org.shiriki.sms;

import java.time.Instant;
import org.shiriki.privacy.PhoneKey;

/// What carriers tell unasked: how messages fared, and who wants none.
public interface Reports {
  /// Keeps a report, and returns when it is committed. Reports come in any order, more than once,
  /// and before the answer to the request that they are about: the message is DELIVERED or FAILED
  /// in the end, and DELIVERED is never taken back.
  void keep(Report report);

  /// Keeps that a person told the carrier to bring no more messages from us.
  void optOut(PhoneKey person);

  /// Joins reports to messages that were not known yet when they came.
  void match(Instant now);
}
