package org.shiriki.sms;

/// What a carrier says of one recipient.
///
/// `detail` is the carrier's own code and word, kept as it came.
public sealed interface Verdict {
  /// It will try.
  ///
  /// @param id the carrier's name of the message, empty if it gave none
  /// @param cost with its currency, as the carrier writes it
  record Accepted(String id, String cost) implements Verdict {}

  /// It will not, and would not another time.
  record Refused(Reason reason, String detail) implements Verdict {}

  /// It will not now.
  record RefusedForNow(Reason reason, String detail) implements Verdict {}

  /// It may have, or may not.
  record Unknown(String detail) implements Verdict {}
}
