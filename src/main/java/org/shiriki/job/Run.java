package org.shiriki.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a job goes.
///
/// @param running whether a node is at it now
/// @param startedAt when it was last begun; null before the first time
/// @param succeededAt when it last came to a good end
/// @param failedAt when it last failed
/// @param cause why it failed then; empty if it never did
/// @param tookMs how long the last run that ended took
/// @param failures how often in a row it has failed now
/// @param nextAt when it is due, or was
public record Run(
    String job,
    boolean running,
    @Nullable Instant startedAt,
    @Nullable Instant succeededAt,
    @Nullable Instant failedAt,
    String cause,
    long tookMs,
    int failures,
    Instant nextAt) {}
