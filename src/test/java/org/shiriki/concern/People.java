package org.shiriki.concern;

import org.shiriki.privacy.PhoneKey;

/// The people of a contract, each one new, and the concerns that they report.
interface People {
  Concerns concerns();

  /// A person who has consented.
  PhoneKey consenting();

  /// A person who has chosen a language and no more.
  PhoneKey passing();

  void leaves(PhoneKey person);
}
