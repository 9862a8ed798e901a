package org.shiriki.sms;

import java.time.Duration;
import java.util.Map;
import org.shiriki.privacy.Phone;

/// What became of one request to a carrier.
///
/// The texts in it are for metrics and logs: they hold no number and none of the message's words.
public sealed interface Outcome {
  /// The carrier answered for recipients; for those that it left out nothing is known.
  record Answered(Map<Phone, Verdict> verdicts) implements Outcome {
    public Answered {
      verdicts = Map.copyOf(verdicts);
    }
  }

  /// Nothing was sent, surely; it may be tried again later.
  record NotSent(String why) implements Outcome {}

  /// The carrier took nothing because it has too much to do.
  ///
  /// @param after when it wants to be asked again; zero if it does not say
  record Throttled(Duration after) implements Outcome {}

  /// The carrier took nothing, and will not until a person has mended something.
  record Paused(Cause cause) implements Outcome {}

  /// The carrier took nothing, and would not take this request another time.
  record Refused(Reason reason, String detail) implements Outcome {}

  /// The request left, and nobody knows what became of it.
  record Unknown(String why) implements Outcome {}

  /// What must be mended before anything is sent.
  enum Cause {
    NO_BALANCE,
    BAD_KEY,
    BAD_SENDER,
    BAD_ADDRESS
  }
}
