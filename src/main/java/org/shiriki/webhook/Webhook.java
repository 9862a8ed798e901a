package org.shiriki.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An address that is told what happens.
///
/// @param note whose it is, in staff's words
/// @param active whether it is told; nothing leaves before it has a secret
/// @param secrets how many sign now: none before the first was made, two while one is changed
/// @param failingSince since when no attempt was good; null while the last one was
/// @param disabledAt when the house gave it up after a week of failing; null otherwise
public record Webhook(
    UUID id,
    String url,
    String note,
    List<Kind> events,
    boolean active,
    int secrets,
    @Nullable Instant failingSince,
    @Nullable Instant disabledAt,
    Instant since,
    long version) {
  public Webhook {
    events = List.copyOf(events);
  }

  /// A new one.
  static Webhook of(
      UUID id, String url, String note, List<Kind> events, boolean active, Instant since) {
    return new Webhook(id, url, note, events, active, 0, null, null, since, 1);
  }
}
