package org.shiriki.sms;

import java.time.Instant;

/// An SMS as the carrier hands it over.
///
/// @param id the carrier's; the same when it is handed over again
/// @param sender a number in international form, or a name such as `MTN`
/// @param text what was written, in any alphabet
/// @param at when it came here
public record Incoming(String id, String sender, String text, Instant at) {
  @Override
  public String toString() {
    return "Incoming[" + id + ']';
  }
}
