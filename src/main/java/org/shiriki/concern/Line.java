package org.shiriki.concern;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A concern in a list for staff: one line, without its words.
///
/// @param type whether it is open, fixed or closed
/// @param ward its code; empty or `?` where it is not known
/// @param assignee the account that looks after it; null for nobody
/// @param level how often it went one level up
/// @param voices how many reports and voices there are, those of its duplicates among them
/// @param owed whether its office owes an answer
/// @param overdue whether that answer is late
/// @param mergedInto the concern that it is a duplicate of; null for all others
public record Line(
    String reference,
    Status status,
    Status.Kind type,
    String category,
    String county,
    String ward,
    String title,
    String office,
    @Nullable String assignee,
    @Nullable RootCause rootCause,
    int level,
    long voices,
    Instant filedAt,
    Instant acknowledgeBy,
    Instant answerBy,
    Instant escalateBy,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant answeredAt,
    @Nullable String answeredBy,
    boolean owed,
    boolean overdue,
    @Nullable String mergedInto,
    long version) {}
