package org.shiriki.sms;

import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;

/// A text for one person.
///
/// @param once what makes it the same message when it is asked for again, such as
///   `information/county_budget/2026-11-21`
public record Message(PhoneKey to, Phone phone, Lane lane, String text, String once) {
  @Override
  public String toString() {
    return "Message[" + lane + ", " + once + ']';
  }

  /// What overtakes what on the way out: earlier ones go first.
  public enum Lane {
    REPLY,
    STATUS,
    BROADCAST
  }
}
