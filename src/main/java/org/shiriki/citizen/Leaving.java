package org.shiriki.citizen;

import org.shiriki.privacy.PhoneKey;

/// Ends what a feature sends a person; a feature that sends anything has one.
@FunctionalInterface
public interface Leaving {
  /// Ends all of it. Said twice, done once.
  void leave(PhoneKey key);
}
