package org.shiriki.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// Reads what was added up.
public interface Statistics {
  /// Below this outsiders see no count (reference: no count below ten is published).
  long FEWEST = 10;

  /// Days of Nairobi.
  ///
  /// @param until the last of them
  record Days(LocalDate from, LocalDate until) {}

  /// USSD sessions of a day that are over.
  ///
  /// @param dropped those in which the line was gone before the person had come to an end
  record SessionDay(LocalDate day, long sessions, long turns, long dropped) {}

  /// A screen on a day.
  ///
  /// @param screen `concern.Describe`
  /// @param seen sessions that came by it
  /// @param ended sessions that were ended there
  /// @param dropped sessions whose line was gone there
  record ScreenDay(LocalDate day, String screen, long seen, long ended, long dropped) {}

  /// Messages that left in a month.
  ///
  /// @param month its first day
  /// @param network empty where it is not known
  /// @param cost in KSh, as the carrier named it
  /// @param unpriced segments for which it named no price
  record SmsMonth(
      LocalDate month,
      String purpose,
      String network,
      long messages,
      long segments,
      BigDecimal cost,
      long unpriced) {}

  /// Sessions by day, in order.
  ///
  /// @param after the page begins behind this day
  List<SessionDay> sessions(Days days, LocalDate after, int limit);

  /// Screens by day and name, in order.
  ///
  /// @param after the page begins behind this day
  /// @param screen and this screen
  List<ScreenDay> screens(Days days, LocalDate after, String screen, int limit);

  /// Messages by month, purpose and network, in order.
  List<SmsMonth> sms(Days months);
}
