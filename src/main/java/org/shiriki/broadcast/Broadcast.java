package org.shiriki.broadcast;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.shiriki.sms.Purpose;

/// A broadcast as it is kept.
///
/// @param author the account that wrote it
/// @param startsAt when it begins at the earliest; for a political one at least 48 hours after it
///   was submitted
/// @param version counts what its author and others did to it, from 1
/// @param people its audience, skipped ones included; 0 before it is queued
public record Broadcast(
    long id, Draft draft, String author, Life life, Instant startsAt, int people, long version) {

  /// What somebody has written and not kept yet.
  static Broadcast unkept(Draft draft, String author) {
    return new Broadcast(0, draft, author, Life.DRAFT, draft.startsAt(), 0, 0);
  }

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

  /// Between handing a political text to the operator and its first message (CCK 2012, CA and NCIC
  /// 2017).
  static final Duration POLITICAL_NOTICE = Duration.ofDays(2);

  /// When its first message would leave if everybody said yes now.
  Instant leavesAt(Instant now) {
    var purpose = draft.purpose();
    var notice =
        life == Life.DRAFT && purpose == Purpose.POLITICAL ? now.plus(POLITICAL_NOTICE) : now;
    return purpose.opens(Stream.of(notice, startsAt).max(Instant::compareTo).orElse(now));
  }
}
