package org.shiriki.concern;

/// Why something is wrong, as staff see it: what reports about many wards have in common.
public enum RootCause {
  CORRUPTION,
  /// Money, staff or things are where they are not needed most.
  MISALLOCATION,
  /// Some people or places are left out.
  MARGINALISATION,
  /// A right is denied.
  DENIED_RIGHT,
  /// Nobody keeps up what is there.
  NEGLECT,
  /// There is too little of what it takes.
  SHORTAGE,
  OTHER
}
