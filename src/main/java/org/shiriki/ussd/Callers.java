package org.shiriki.ussd;

import org.shiriki.dialogue.Caller;
import org.shiriki.privacy.PhoneKey;

/// Knows who calls.
public interface Callers {
  /// What is known of a caller; [Caller#STRANGER] if nothing is.
  Caller recognise(PhoneKey key);
}
