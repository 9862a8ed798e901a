package org.shiriki.citizen;

import org.shiriki.dialogue.Text;
import org.shiriki.privacy.PhoneKey;

/// Tells a person what a feature holds about them; each feature has one.
public interface Holding {
  /// One line: `Hoja: 2`.
  Text about(PhoneKey key);
}
