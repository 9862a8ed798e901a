package org.shiriki.statistics;

import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the report of each month of Nairobi when it is over.
public record MonthEnd(MonthReports reports, InstantSource clock) {
  private static final Logger LOG = LoggerFactory.getLogger(MonthEnd.class);
  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

  /// Makes all that are missing. Any node may, at any time and again.
  public void round() {
    var now = clock.instant();
    for (var month : reports.missing(YearMonth.from(now.atZone(NAIROBI)))) {
      if (reports.make(month, now)) {
        LOG.atInfo().addKeyValue("month", month).log("A month was added up");
      }
    }
  }
}
