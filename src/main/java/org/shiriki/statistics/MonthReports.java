package org.shiriki.statistics;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// Keeps what months came to: each once, and never changed.
public interface MonthReports {
  /// Months that are over and have no report, the oldest first: from the first in which anything
  /// happened. One whose sessions and messages are not all counted yet is not among them.
  ///
  /// @param now a month that goes on, which is not over
  List<YearMonth> missing(YearMonth now);

  /// Makes the report of a month, unless there is one.
  ///
  /// @return whether it was made
  boolean make(YearMonth month, Instant at);

  /// Reports, the newest month first.
  ///
  /// @param before the page begins behind this month
  List<MonthReport> list(YearMonth before, int limit);

  /// All sums of a report; nothing if there is none.
  Optional<List<MonthReport.Line>> lines(YearMonth month);
}
