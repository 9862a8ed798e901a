package org.shiriki.poll;

import java.time.Instant;

/// That a poll's result was published, and the method that it is told with.
public record Release(Instant at, MethodBox method) {}
