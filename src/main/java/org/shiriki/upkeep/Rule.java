package org.shiriki.upkeep;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.shiriki.seed.SeedFile;

/// How long a kind of record is kept.
///
/// @param what the kind, in words for staff
/// @param keep as ISO 8601: `P30D`, `P24M`, `P6Y`
/// @param least how long it must be kept
/// @param most how long it may be kept
/// @param source where the law says so
public record Rule(String id, String what, Period keep, Period least, Period most, String source) {
  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

  /// Months and years are compared by where they lead from one day.
  private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);

  /// The rules of a configuration.
  ///
  /// @throws IllegalArgumentException that lists all that is wrong with the file
  public static List<Rule> read(Path config) {
    return SeedFile.read(config.resolve("retention.yaml"), Rule.class, Rule::faults);
  }

  private List<String> faults() {
    if (least.isZero() || least.isNegative()) {
      return List.of("least must be longer than nothing");
    }
    return allows(keep) ? List.of() : List.of("keep must lie between least and most");
  }

  /// Whether the law lets such records be kept so long.
  public boolean allows(Period period) {
    var end = ANY_DAY.plus(period);
    return !end.isBefore(ANY_DAY.plus(least)) && !end.isAfter(ANY_DAY.plus(most));
  }

  /// The same with another period.
  Rule keeping(Period period) {
    return new Rule(id, what, period, least, most, source);
  }

  /// Before when a record must be to have come of age.
  Instant before(Instant now) {
    return now.atZone(NAIROBI).minus(keep).toInstant();
  }
}
