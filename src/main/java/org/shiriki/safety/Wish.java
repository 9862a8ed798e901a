package org.shiriki.safety;

/// Whether and how the person may be contacted; nobody contacts them otherwise.
public enum Wish {
  NONE,
  /// A call between eight and eleven.
  CALL_MORNING,
  /// A call between eleven and two.
  CALL_MIDDAY,
  /// A call between two and five.
  CALL_AFTERNOON,
  /// An SMS by a person, in words that tell nothing.
  NEUTRAL_SMS
}
