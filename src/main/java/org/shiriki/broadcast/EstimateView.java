package org.shiriki.broadcast;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shiriki.broadcast.Mailings.Group;
import org.shiriki.sms.Credit;

/// An estimate as programs see it.
///
/// @param skipped how many get nothing, in all
/// @param cost in KSh
/// @param credit what is left at the carrier, in its own money
record EstimateView(
    int recipients,
    int skipped,
    long segments,
    BigDecimal cost,
    long guessedSegments,
    Estimate.Enough enough,
    @Nullable BigDecimal credit,
    @Nullable String currency,
    long segmentsLeftToday,
    boolean withinDay,
    List<Group> groups) {
  static EstimateView of(Estimate estimate) {
    var skipped =
        estimate.groups().stream()
            .filter(group -> !group.skipped().isEmpty())
            .mapToInt(Group::people)
            .sum();
    var credit = estimate.credit();
    return new EstimateView(
        estimate.recipients(),
        skipped,
        estimate.segments(),
        estimate.cost(),
        estimate.guessed(),
        estimate.enough(),
        amount(credit),
        currency(credit),
        estimate.leftToday(),
        estimate.withinDay(),
        estimate.groups());
  }

  private static @Nullable BigDecimal amount(Credit credit) {
    return switch (credit) {
      case Credit.Shillings(var ksh) -> ksh;
      case Credit.OtherMoney other -> other.amount();
      case Credit.Untold _ -> null;
    };
  }

  private static @Nullable String currency(Credit credit) {
    return switch (credit) {
      case Credit.Shillings _ -> "KES";
      case Credit.OtherMoney other -> other.currency();
      case Credit.Untold _ -> null;
    };
  }
}
