package org.shiriki.broadcast;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Text;
import org.shiriki.sms.Purpose;

/// What a program sends to write a broadcast.
record BroadcastBody(
    Purpose purpose,
    Text text,
    Audience audience,
    @Nullable Instant startsAt,
    @Nullable String reason,
    @Nullable String speaker) {
  Draft draft() {
    return new Draft(
        purpose,
        text,
        audience,
        Objects.requireNonNullElse(startsAt, Instant.EPOCH),
        Objects.requireNonNullElse(reason, ""),
        Objects.requireNonNullElse(speaker, ""));
  }
}
