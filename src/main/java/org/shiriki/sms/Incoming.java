package org.shiriki.sms;

import java.time.Instant;
import org.shiriki.privacy.Operator;

/// An SMS as the carrier hands it over.
///
/// @param id the carrier's; the same when it is handed over again
/// @param sender a number in international form, or a name such as `MTN`
/// @param text what was written, in any alphabet
/// @param at when it came here
/// @param operator whose network it came from, as far as the carrier says
public record Incoming(String id, String sender, String text, Instant at, Operator operator) {
  /// An SMS of which the carrier does not say whose network it came from.
  public Incoming(String id, String sender, String text, Instant at) {
    this(id, sender, text, at, Operator.UNKNOWN);
  }

  @Override
  public String toString() {
    return "Incoming[" + id + ']';
  }
}
