package org.shiriki.sms;

import java.time.Instant;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.sms.Message.Lane;

/// A message that a node has taken in hand.
///
/// @param lease the node's claim on it, unlike any other
/// @param sender the name that it comes from; empty for the house's own
/// @param parts how many SMS the text takes
public record Dispatch(
    PhoneKey to,
    String once,
    Phone phone,
    Lane lane,
    Purpose purpose,
    String sender,
    String text,
    int parts,
    Instant queuedAt,
    String lease) {
  @Override
  public String toString() {
    return "Dispatch[" + lane + ", " + purpose + ", " + once + ']';
  }
}
