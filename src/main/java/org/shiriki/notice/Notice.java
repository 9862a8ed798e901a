package org.shiriki.notice;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shiriki.staff.Right;

/// That something is to be looked at.
///
/// @param subject the thing's id, by its kind
/// @param county where it is, or empty for everywhere
/// @param theme what it is about, or empty for everything
/// @param due by when; null for at once, because nobody ever did
/// @param settledAt when the house saw that it was done; null before
/// @param open whether it still stands
public record Notice(
    long id,
    Kind kind,
    String subject,
    String county,
    String theme,
    @Nullable LocalDate due,
    Instant madeAt,
    @Nullable Instant settledAt,
    boolean open) {
  /// What sort of thing, and who may see those.
  public enum Kind {
    /// A topic that phones show, to be reviewed.
    TOPIC(Right.CONTENT_SEE),
    /// A help line whose numbers are to be tried.
    HELP_LINE(Right.CONTENT_SEE);

    private final Right right;

    Kind(Right right) {
      this.right = right;
    }

    /// What lets somebody see it.
    public Right right() {
      return right;
    }
  }
}
