package org.shiriki.safety;

/// How a case came about.
public enum Source {
  /// Told here.
  TOLD,
  /// An ordinary report that words of danger moved here.
  MOVED
}
