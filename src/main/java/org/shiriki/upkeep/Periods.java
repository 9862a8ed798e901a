package org.shiriki.upkeep;

import java.util.List;
import java.util.Optional;
import org.shiriki.staff.AuditEntry;

/// Keeps how long each kind of record is kept: the configuration, and what was changed since.
public interface Periods {
  /// All rules as they hold now, in the order of the configuration.
  List<Term> terms();

  /// A rule as it holds now.
  default Optional<Term> term(String rule) {
    return terms().stream().filter(term -> term.rule().id().equals(rule)).findFirst();
  }

  /// Keeps a change of a rule's period, and the line that tells of it.
  ///
  /// @return whether it follows the version that is known; otherwise nothing was kept
  boolean change(String rule, Term.Change change, AuditEntry line);

  /// How a rule's period was changed, the newest change first.
  List<Term.Change> changes(String rule);
}
