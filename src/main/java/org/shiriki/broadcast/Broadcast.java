package org.shiriki.broadcast;

import java.time.Instant;

/// A broadcast as it is kept.
///
/// @param author the account that wrote it
/// @param startsAt when it begins at the earliest; for a political one at least 48 hours after it
///   was submitted
/// @param version counts what its author and others did to it, from 1
/// @param people its audience, skipped ones included; 0 before it is queued
public record Broadcast(
    long id, Draft draft, String author, Life life, Instant startsAt, int people, long version) {

  /// Where a broadcast is in its life.
  ///
  /// ```
  ///  DRAFT ──▶ SUBMITTED ──▶ APPROVED ──▶ SENDING ──▶ DONE
  ///                │                       │   ▲
  ///                └──▶ REJECTED           ▼   │
  ///                                        PAUSED
  ///  all but DONE and REJECTED ──▶ CANCELLED
  /// ```
  ///
  /// From SENDING on it has a message for each of its people.
  public enum Life {
    DRAFT,
    SUBMITTED,
    APPROVED,
    SENDING,
    PAUSED,
    DONE,
    REJECTED,
    CANCELLED
  }
}
