package org.shiriki.broadcast;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Language;
import org.shiriki.privacy.Operator;
import org.shiriki.sms.Credit;
import org.shiriki.sms.Prices;

/// An estimate as programs see it.
///
/// @param skipped how many get nothing, in all
/// @param cost in KSh
/// @param credit what is left at the carrier, in its own money
/// @param leavesAt when its first message would leave if everybody said yes now
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
    Instant leavesAt,
    List<Group> groups) {
  /// Some of an audience, with what their messages cost.
  record Group(
      Language language,
      Operator operator,
      String skipped,
      int people,
      long segments,
      BigDecimal cost) {
    private static Group of(Mailings.Group group, Prices prices) {
      return new Group(
          group.language(),
          group.operator(),
          group.skipped(),
          group.people(),
          group.segments(),
          group.skipped().isEmpty() ? prices.of(group.operator(), group.segments()) : prices.of(0));
    }
  }

  static EstimateView of(Estimate estimate, Prices prices, Instant leavesAt) {
    var groups = estimate.groups().stream().map(group -> Group.of(group, prices)).toList();
    var skipped =
        groups.stream().filter(group -> !group.skipped().isEmpty()).mapToInt(Group::people).sum();
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
        leavesAt,
        groups);
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
