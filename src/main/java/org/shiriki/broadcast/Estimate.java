package org.shiriki.broadcast;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiriki.broadcast.Mailings.Group;
import org.shiriki.sms.Prices;

/// What a broadcast would mean if it left now, to be looked at before it does.
///
/// @param groups its people by language, and by why they get nothing
/// @param segments what all messages take together
/// @param cost of that in KSh, at most
/// @param credit what is left at the carrier, in KSh; null if it does not say
/// @param leftToday how many more parts may leave today
public record Estimate(
    List<Group> groups,
    long segments,
    BigDecimal cost,
    @Nullable BigDecimal credit,
    long leftToday) {
  public Estimate {
    groups = List.copyOf(groups);
  }

  /// Adds it up.
  ///
  /// @param perDay how many parts may leave in one day
  /// @param today how many have left
  public static Estimate of(
      List<Group> groups, Prices prices, Optional<BigDecimal> credit, long perDay, long today) {
    var segments =
        groups.stream().filter(group -> group.skipped().isEmpty()).mapToLong(Group::segments).sum();
    return new Estimate(
        groups, segments, prices.of(segments), credit.orElse(null), Math.max(0, perDay - today));
  }

  /// How many people get it.
  public int recipients() {
    return people("");
  }

  /// How many people get nothing for some reason.
  public int people(String skipped) {
    return groups.stream()
        .filter(group -> group.skipped().equals(skipped))
        .mapToInt(Group::people)
        .sum();
  }

  /// Whether the carrier's credit is enough, as far as is known.
  public boolean affordable() {
    return credit == null || credit.compareTo(cost) >= 0;
  }

  /// Whether all of it may leave today; if not, the rest leaves on the days after.
  public boolean withinDay() {
    return segments <= leftToday;
  }
}
