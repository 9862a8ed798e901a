package org.shiriki.citizen;

/// Why nobody writes to a person, who was not told so on the phone yet.
public enum Stop {
  /// They asked for it, by SMS or at the carrier.
  OPTED_OUT,
  /// Their network brings them no messages of our kind.
  BLOCKED
}
