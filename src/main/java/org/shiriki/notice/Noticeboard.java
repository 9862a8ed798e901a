package org.shiriki.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shiriki.notice.Notice.Kind;
import org.shiriki.staff.Scope;

/// Keeps notices, one for a thing and its day.
public interface Noticeboard {
  /// What a look at everything came to.
  ///
  /// @param made notices that are new
  /// @param settled notices that no longer stand
  record Look(int made, int settled) {}

  /// Looks at everything that is due by a day, and keeps what has changed. Again does no harm.
  Look look(LocalDate until, Instant at);

  /// Where a notice stands in the order of the list.
  ///
  /// @param due [LocalDate#EPOCH] for what is due at once
  record Place(boolean open, LocalDate due, long id) {
    static final Place FIRST = new Place(true, LocalDate.EPOCH, 0);

    static Place of(Notice notice) {
      var due = notice.due();
      return new Place(notice.open(), due == null ? LocalDate.EPOCH : due, notice.id());
    }
  }

  /// Which notices are wanted.
  ///
  /// @param scopes where somebody may see each kind; a kind that is not in it is not shown
  /// @param open only those that still stand, or do not; null for both
  record Search(Map<Kind, Scope> scopes, @Nullable Boolean open) {
    public Search {
      scopes = Map.copyOf(scopes);
    }
  }

  /// Notices: those that stand first, of those what is due first.
  ///
  /// @param after the page begins behind it
  List<Notice> page(Search search, Place after, int limit);

  /// How many stand, by their kinds.
  Map<Kind, Long> open();
}
