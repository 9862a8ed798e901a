package org.shiriki.broadcast;

/// What became of a wish to move a broadcast on.
public sealed interface Answer {
  /// It is done, and in the audit.
  record Done() implements Answer {}

  /// It was not done, and nothing has changed.
  record Refused(Why why) implements Answer {}

  /// Why a wish is refused.
  enum Why {
    /// There is no such broadcast.
    MISSING,
    /// Somebody has changed it since it was read.
    STALE,
    /// It is not at that point of its life.
    STATE,
    /// Only its author may.
    NOT_AUTHOR,
    /// Its author may not: another person has to look at it.
    OWN,
    /// Its text or its class has a fault that [Lint] names.
    FAULTY,
    /// The house sends nothing political.
    POLITICAL,
    /// The operator has not agreed to the political text.
    NOT_VETTED,
    /// An emergency is for a director to release.
    DIRECTOR
  }
}
