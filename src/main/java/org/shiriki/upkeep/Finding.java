package org.shiriki.upkeep;

import java.util.List;

/// What a rule found.
///
/// @param rows how many rows came of age: removed, or to be removed
/// @param held how many more would have been, but for a legal hold
/// @param kept whether any room keeps such records yet
public record Finding(Rule rule, long rows, long held, boolean kept) {
  /// Findings as a table that a person reads.
  public static String table(List<Finding> findings) {
    var table =
        new StringBuilder(
            "%-20s %-8s %10s %10s  %s%n".formatted("rule", "keep", "rows", "held", "what"));
    for (var finding : findings) {
      table.append(
          "%-20s %-8s %10s %10s  %s%n"
              .formatted(
                  finding.rule.id(),
                  finding.rule.keep(),
                  finding.kept ? finding.rows : "-",
                  finding.kept ? finding.held : "-",
                  finding.rule.what()));
    }
    return table.toString();
  }
}
