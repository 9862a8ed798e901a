package org.shiriki.safety;

import java.time.Instant;
import java.util.UUID;
import org.shiriki.place.Residence;

/// Takes back what words of danger moved here and a person found to be an ordinary report.
@FunctionalInterface
public interface OrdinaryDesk {
  /// Files it, without a name. The same id again files nothing more.
  void file(UUID id, Residence ward, Story story, Instant at);
}
