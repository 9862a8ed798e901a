package org.shiriki.sms;

import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;

/// A text for one person.
///
/// @param once what makes it the same message when it is asked for again, such as
///   `information/county_budget/2026-11-21`
public record Message(
    PhoneKey to, Phone phone, Lane lane, Purpose purpose, String text, String once) {
  /// A message of the purpose that its lane mostly carries.
  public Message(PhoneKey to, Phone phone, Lane lane, String text, String once) {
    this(to, phone, lane, lane.usual, text, once);
  }

  @Override
  public String toString() {
    return "Message[" + lane + ", " + purpose + ", " + once + ']';
  }

  /// What overtakes what on the way out: earlier ones go first.
  public enum Lane {
    REPLY(Purpose.SERVICE),
    STATUS(Purpose.UPDATE),
    BROADCAST(Purpose.ALERT);

    private final Purpose usual;

    Lane(Purpose usual) {
      this.usual = usual;
    }

    /// Whether the person must have agreed to be written to; whoever has just asked needs not.
    boolean needsConsent() {
      return this != REPLY;
    }
  }
}
