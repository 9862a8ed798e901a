package org.shiriki.broadcast;

import java.math.BigDecimal;
import java.util.List;
import org.shiriki.broadcast.Mailings.Group;
import org.shiriki.privacy.Operator;
import org.shiriki.sms.Credit;
import org.shiriki.sms.Credit.OtherMoney;
import org.shiriki.sms.Credit.Shillings;
import org.shiriki.sms.Credit.Untold;
import org.shiriki.sms.Prices;

/// What a broadcast would mean if it left now, to be looked at before it does.
///
/// @param groups its people by language and network, and by why they get nothing
/// @param segments what all messages take together
/// @param cost of that in KSh; where a network is not known, at most
/// @param guessed how many of the parts count at the dearest price, because nobody knows the
///   network or its price
/// @param credit what is left at the carrier
/// @param leftToday how many more parts may leave today
public record Estimate(
    List<Group> groups,
    long segments,
    BigDecimal cost,
    long guessed,
    Credit credit,
    long leftToday) {
  /// Whether the credit is enough.
  public enum Enough {
    YES,
    NO,
    /// The carrier keeps the account in other money than our prices are in.
    OTHER_MONEY,
    /// The carrier does not say what is left.
    UNTOLD
  }

  public Estimate {
    groups = List.copyOf(groups);
  }

  /// Adds it up.
  ///
  /// @param perDay how many parts may leave in one day
  /// @param today how many have left
  public static Estimate of(
      List<Group> groups, Prices prices, Credit credit, long perDay, long today) {
    var sent = groups.stream().filter(group -> group.skipped().isEmpty()).toList();
    return new Estimate(
        groups,
        sent.stream().mapToLong(Group::segments).sum(),
        sent.stream()
            .map(group -> prices.of(group.operator(), group.segments()))
            .reduce(prices.of(0), BigDecimal::add),
        sent.stream()
            .filter(group -> prices.of(group.operator()).isEmpty())
            .mapToLong(Group::segments)
            .sum(),
        credit,
        Math.max(0, perDay - today));
  }

  /// How many people get it.
  public int recipients() {
    return people("");
  }

  /// How many people of a network get it.
  public int recipients(Operator operator) {
    return groups.stream()
        .filter(group -> group.skipped().isEmpty() && group.operator() == operator)
        .mapToInt(Group::people)
        .sum();
  }

  /// How many people get nothing for some reason.
  public int people(String skipped) {
    return groups.stream()
        .filter(group -> group.skipped().equals(skipped))
        .mapToInt(Group::people)
        .sum();
  }

  /// Whether the carrier's credit is enough, as far as is known.
  public Enough enough() {
    return switch (credit) {
      case Shillings(var ksh) -> ksh.compareTo(cost) >= 0 ? Enough.YES : Enough.NO;
      case OtherMoney _ -> Enough.OTHER_MONEY;
      case Untold _ -> Enough.UNTOLD;
    };
  }

  /// Whether all of it may leave today; if not, the rest leaves on the days after.
  public boolean withinDay() {
    return segments <= leftToday;
  }
}
