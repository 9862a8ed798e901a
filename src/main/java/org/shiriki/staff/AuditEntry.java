package org.shiriki.staff;

import java.time.Instant;

/// Something that was done.
///
/// @param actor who: an account, or a job of the house such as `upkeep`
/// @param action what, as a past participle: `retention.removed`
/// @param subject to what: `concern/<reference>`, or a kind of record
/// @param detail what it was and became, how much or why; never a number, a name or a citizen's
///   words
/// @param from where the actor came from: `token/<name> <address>`; empty for the house itself
public record AuditEntry(
    Instant at, String actor, String action, String subject, String detail, String from) {
  /// Something that the house did by itself.
  public AuditEntry(Instant at, String actor, String action, String subject, String detail) {
    this(at, actor, action, subject, detail, "");
  }
}
