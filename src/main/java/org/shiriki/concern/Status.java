package org.shiriki.concern;

import org.shiriki.dialogue.Text;

/// Where a concern stands.
///
/// ```
/// RECEIVED ──> IN_HAND ──> REFERRED ──> ANSWERED ──> FIXED
///     └───────────┴────────────┴────────────┴──────> CLOSED
/// ```
public enum Status {
  RECEIVED(Kind.OPEN, "Imepokewa", "Received"),
  IN_HAND(Kind.OPEN, "Inashughulikiwa", "In hand"),
  REFERRED(Kind.OPEN, "Imepelekwa ofisi nyingine", "Passed to another office"),
  ANSWERED(Kind.OPEN, "Imejibiwa", "Answered"),
  FIXED(Kind.FIXED, "Imetatuliwa", "Fixed"),
  CLOSED(Kind.CLOSED, "Imefungwa", "Closed");

  private final Kind kind;
  private final String sw;
  private final String en;

  Status(Kind kind, String sw, String en) {
    this.kind = kind;
    this.sw = sw;
    this.en = en;
  }

  /// Whether an office still owes something.
  public enum Kind {
    OPEN,
    /// Put right.
    FIXED,
    /// Ended without being put right.
    CLOSED
  }

  public Kind kind() {
    return kind;
  }

  public Text words() {
    return Text.of(sw, en);
  }
}
