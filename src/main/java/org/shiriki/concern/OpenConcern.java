package org.shiriki.concern;

import java.time.Instant;

/// A concern that is still open, as anybody of its ward may see it: without its words and without
/// its reporter.
///
/// @param title what staff call it, or empty
/// @param voices how many people it concerns, the reporter among them
public record OpenConcern(
    Reference reference, String category, String title, Instant filed, int voices) {
  /// Fewer voices than this are not counted in public (domain rules, section 6c, 6).
  static final int FEW = 10;
}
