package org.shiriki.sms;

import java.time.Instant;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;

/// A person's SMS in hand: nobody else works on it, nor on a later one of the same person.
///
/// @param attempt counted from 1; above that, an earlier one came to no end
public record Letter(String id, PhoneKey key, Phone phone, String text, Instant at, int attempt) {
  @Override
  public String toString() {
    return "Letter[" + id + ']';
  }
}
