package org.shiriki.upkeep;

import java.time.Period;
import java.util.List;
import java.util.Optional;

/// Tells what removal by age would remove now, and removes nothing.
public interface Trial {
  /// By the rules as they hold.
  List<Finding> dryRun();

  /// If one kind of record were kept so long; nothing if there is no such kind.
  Optional<Finding> dryRun(String rule, Period keep);
}
