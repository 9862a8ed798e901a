package org.shiriki.information;

/// How well what we say is founded.
public enum Confidence {
  /// A statute, an official page, or undisputed.
  HIGH,
  /// A second-hand source, or something that may have changed.
  MEDIUM,
  /// Not confirmed.
  LOW
}
