package org.shiriki.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shiriki.staff.AuditEntry;

/// Keeps webhooks, their secrets, and what staff read of their deliveries. All that changes
/// something adds its line to the audit, together or not at all.
public interface Webhooks {
  /// Adds one, unless there is one of this id.
  ///
  /// @return the one of this id
  Webhook add(Webhook webhook, AuditEntry line);

  Optional<Webhook> find(UUID id);

  /// In the order of their ids.
  ///
  /// @param after the id that the page begins behind; null for the first page
  List<Webhook> all(@Nullable UUID after, int limit);

  /// Changes address, note, kinds and whether it is active; one that is made active is no longer
  /// failing.
  ///
  /// @return nothing if its version is another by now
  Optional<Webhook> change(Webhook webhook, long expected, AuditEntry line);

  /// Takes one away with all its deliveries.
  boolean remove(UUID id, AuditEntry line);

  /// Makes a secret that signs from now on; the one before signs along for a day.
  ///
  /// @return the secret, which is told nobody else; nothing if there is no such webhook
  Optional<String> secret(UUID id, Instant at, AuditEntry line);

  /// Queues an event that says nothing.
  ///
  /// @param event its id; again does nothing
  boolean test(UUID id, UUID event, Instant at, AuditEntry line);

  /// A delivery as staff see it.
  ///
  /// @param dueAt when it is tried next; null when it is over
  record Line(
      long number,
      UUID event,
      Kind kind,
      String subject,
      String state,
      int attempts,
      Instant at,
      @Nullable Instant dueAt) {}

  /// The newest deliveries first.
  ///
  /// @param before the number that the page ends before
  List<Line> deliveries(UUID id, long before, int limit);

  /// An attempt as staff see it.
  ///
  /// @param status of HTTP; 0 without an answer
  record Attempt(
      long number, UUID event, Instant at, long tookMs, Receiver.Outcome outcome, int status) {}

  /// The newest attempts first.
  List<Attempt> attempts(UUID id, long before, int limit);
}
