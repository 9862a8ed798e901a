package org.shiriki.ussd;

import java.time.Duration;
import org.shiriki.privacy.Phone;

/// One callback of the carrier.
///
/// @param code the service code, `*384*50#`
/// @param dialled keys that were dialled behind the code, joined by stars, or empty
/// @param text everything typed in this session so far, joined by stars
/// @param grace how much longer than usual this person's network waits for an answer
public record Hop(
    SessionId session, Phone phone, String code, String dialled, String text, Duration grace) {
  /// All that was typed before the first screen, joined by stars.
  String ahead() {
    return dialled.isEmpty() || text.isEmpty() ? dialled + text : dialled + '*' + text;
  }

  @Override
  public String toString() {
    return "Hop[" + session.text() + "]";
  }
}
