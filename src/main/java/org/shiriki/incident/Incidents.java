package org.shiriki.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shiriki.incident.Incident.Clock;
import org.shiriki.staff.AuditEntry;

/// Keeps incidents, every version of them.
public interface Incidents {
  /// Which incidents are wanted.
  ///
  /// @param open whether only those that are not closed
  /// @param before the number that the page begins behind
  record Filter(boolean open, long before) {}

  /// A version that is to follow.
  ///
  /// @param line tells of it in the audit; its subject is set by the keeper
  record Entry(Incident incident, AuditEntry line) {}

  /// Opens an incident. The same request again opens nothing.
  ///
  /// @param once names the request
  /// @return as it is kept, with its number
  Incident open(UUID once, Entry first);

  /// Keeps another version, if it follows the latest one; otherwise nothing.
  boolean follow(Entry next);

  /// The latest version.
  Optional<Incident> find(long number);

  /// All versions, the newest first.
  List<Incident> versions(long number);

  /// Incidents, the newest first.
  List<Incident> list(Filter filter, int limit);

  /// Keeps that it was warned of a clock; the line is added the first time only.
  void warn(Incident incident, Clock clock, Instant at);
}
