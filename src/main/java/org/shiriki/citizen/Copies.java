package org.shiriki.citizen;

import java.util.List;
import java.util.Map;
import org.shiriki.privacy.PhoneKey;

/// Copies what a feature holds about a person, for the person to take along (Data Protection Act
/// 2019, s. 26(b), 38); each feature that holds something has one.
public interface Copies {
  /// Under which heading: `concerns`.
  String heading();

  /// What is held, entry by entry, each a few named texts.
  List<Map<String, String>> of(PhoneKey person);
}
