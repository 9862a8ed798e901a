package org.shiriki.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// How many cases a place had in a month, if that may be told.
///
/// No count below ten is given for a ward (do-no-harm rule 6). The small ones of a county are added
/// up to the county's rest; where the rest is small itself, further wards go into it, smallest
/// first, until it is not. There is no total to subtract from.
///
/// @param place a ward's four digits; or a county's three, for what its wards do not show
public record Count(String place, long cases) {
  /// The least that is told.
  public static final int LEAST = 10;

  private static final String NOWHERE = "";

  /// What may be told.
  ///
  /// @param county the county of a ward; empty for what is no ward
  static List<Count> fair(Map<String, Long> wards, Function<String, String> county) {
    var counties = new TreeMap<String, List<Count>>();
    wards.forEach((ward, cases) ->
        counties
            .computeIfAbsent(county.apply(ward), _ -> new ArrayList<>())
            .add(new Count(ward, cases)));
    var told = new ArrayList<Count>();
    counties.forEach((code, counts) -> told.addAll(inCounty(code, counts)));
    return List.copyOf(told);
  }

  private static List<Count> inCounty(String county, List<Count> wards) {
    wards.sort(Comparator.comparingLong(Count::cases).thenComparing(Count::place));
    var rest = 0L;
    var told = new ArrayList<Count>();
    for (var ward : wards) {
      if (county.equals(NOWHERE) || ward.cases < LEAST || (rest > 0 && rest < LEAST)) {
        rest += ward.cases;
      } else {
        told.add(ward);
      }
    }
    if (rest >= LEAST) {
      told.add(new Count(county, rest));
    }
    return told;
  }
}
