package org.shiriki.houserules.offender.poll;

import io.vertx.core.buffer.Buffer;

/// A value that knows Vert.x.
public record Ballot(Buffer choice) {}
