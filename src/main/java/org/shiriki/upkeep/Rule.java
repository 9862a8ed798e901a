package org.shiriki.upkeep;

import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.shiriki.seed.SeedFile;

/// How long a kind of record is kept.
///
/// @param what the kind, in words for staff
/// @param keep as ISO 8601: `P30D`, `P24M`, `P6Y`
public record Rule(String id, String what, Period keep) {
  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

  /// The rules of a configuration.
  ///
  /// @throws IllegalArgumentException that lists all that is wrong with the file
  public static List<Rule> read(Path config) {
    return SeedFile.read(config.resolve("retention.yaml"), Rule.class, Rule::faults);
  }

  private List<String> faults() {
    return keep.isZero() || keep.isNegative()
        ? List.of("keep must be longer than nothing")
        : List.of();
  }

  /// Before when a record must be to have come of age.
  Instant before(Instant now) {
    return now.atZone(NAIROBI).minus(keep).toInstant();
  }
}
