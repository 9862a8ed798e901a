package org.shiriki.broadcast;

import java.time.Instant;
import java.util.function.Supplier;
import org.shiriki.sms.Credit;
import org.shiriki.sms.Prices;

/// Tells what broadcasts would mean if they left now.
///
/// @param credit asks the carrier, which may take a moment
/// @param perDay how many parts may leave in one day
public record Estimates(Mailings mailings, Prices prices, Supplier<Credit> credit, long perDay) {
  Estimate of(Broadcast broadcast) {
    return Estimate.of(
        mailings.headcount(broadcast), prices, credit.get(), perDay, mailings.segmentsToday());
  }

  EstimateView view(Broadcast broadcast, Instant now) {
    return EstimateView.of(of(broadcast), prices, broadcast.leavesAt(now));
  }
}
