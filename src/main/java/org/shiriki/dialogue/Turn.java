package org.shiriki.dialogue;

import java.time.Instant;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;

/// One press of the green key: who is on the line, and when.
public record Turn(Phone phone, PhoneKey key, Caller caller, Instant now) {
  /// The same turn, with the caller as now known.
  Turn by(Caller known) {
    return new Turn(phone, key, known, now);
  }
}
