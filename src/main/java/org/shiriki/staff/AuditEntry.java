package org.shiriki.staff;

import java.time.Instant;

/// Something that was done.
///
/// @param actor who: an account, or a job of the house such as `upkeep`
/// @param action what, as a past participle: `retention.removed`
/// @param subject to what: `concern/<reference>`, or a kind of record
/// @param detail how much or why; never a number, a name or a citizen's words
public record AuditEntry(Instant at, String actor, String action, String subject, String detail) {}
