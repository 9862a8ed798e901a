package org.shiriki.phrase;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shiriki.staff.AuditEntry;

/// Keeps words that are ready.
public interface Phrases {
  /// What became of a change.
  enum Outcome {
    DONE,
    MISSING,
    STALE,
    TAKEN
  }

  /// All of them, by their titles.
  List<Phrase> all();

  Optional<Phrase> find(UUID id);

  /// Adds one; the same id adds nothing twice.
  Outcome add(Phrase phrase, AuditEntry entry);

  /// Puts words in the place of its earlier ones.
  ///
  /// @param phrase with the version that it replaces
  Outcome change(Phrase phrase, AuditEntry entry);

  /// Takes one away.
  Outcome remove(UUID id, long version, AuditEntry entry);
}
