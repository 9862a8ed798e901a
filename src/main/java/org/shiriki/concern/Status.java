package org.shiriki.concern;

import java.util.Arrays;
import org.shiriki.dialogue.Text;

/// Where a concern stands.
///
/// ```
/// RECEIVED ──> IN_HAND ──> REFERRED ──> ESCALATED ──> ANSWERED ──> FIXED ───> REOPENED
///     │           │           │            │             │           ^            │
///     └───────────┴───────────┴────────────┴─────────────┴──────> CLOSED ─────────┘
/// ```
public enum Status {
  RECEIVED(Kind.OPEN, "Imepokewa", "Received"),
  IN_HAND(Kind.OPEN, "Inashughulikiwa", "In hand"),
  REFERRED(Kind.OPEN, "Imepelekwa ofisi nyingine", "Passed to another office"),
  /// Nobody answered in time, and it went to the office one level up.
  ESCALATED(Kind.OPEN, "Imepandishwa ngazi", "Passed one level up"),
  ANSWERED(Kind.OPEN, "Imejibiwa", "Answered"),
  /// Its reporter says that it was not put right.
  REOPENED(Kind.OPEN, "Imefunguliwa tena", "Reopened"),
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

  /// The names of those that come with an answer.
  static String[] answering() {
    return Arrays.stream(values())
        .filter(status -> status.kind != Kind.OPEN || status == ANSWERED)
        .map(Status::name)
        .toArray(String[]::new);
  }

  /// The names of those in which an office owes nothing more.
  static String[] ended() {
    return Arrays.stream(values())
        .filter(status -> status.kind != Kind.OPEN)
        .map(Status::name)
        .toArray(String[]::new);
  }

  public Kind kind() {
    return kind;
  }

  public Text words() {
    return Text.of(sw, en);
  }
}
