package org.shiriki.dialogue;

import java.time.Instant;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;

/// One press of the green key, or one SMS: who is on the line, and when.
///
/// @param id names this press: the same when the carrier repeats it, on this node or another, so
///   what is made here can be named after it and is made once
public record Turn(String id, Phone phone, PhoneKey key, Caller caller, Instant now, Door door) {
  /// A press of a key.
  public Turn(String id, Phone phone, PhoneKey key, Caller caller, Instant now) {
    this(id, phone, key, caller, now, Door.USSD);
  }

  /// The same turn, with the caller as now known.
  Turn by(Caller known) {
    return new Turn(id, phone, key, known, now, door);
  }
}
