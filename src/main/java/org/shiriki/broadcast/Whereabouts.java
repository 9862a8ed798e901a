package org.shiriki.broadcast;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shiriki.place.Places;
import org.shiriki.staff.Scope;

/// What is told of where a broadcast's people live, so that nobody can be found by it: a ward in
/// which ten or more got it; else the county, if ten or more share it so; else nothing.
///
/// Those who are told of by their county alone are counted by themselves: ten wards of ten people
/// and one of two would give the two away.
///
/// @param told the code of the place that is told, by the ward's code; wards of which nothing is
///   told are not in it
record Whereabouts(Map<String, String> told, Places places) {
  static final int FEWEST = 10;

  Whereabouts {
    told = Map.copyOf(told);
  }

  static Whereabouts of(Map<String, Integer> people, Places places) {
    var rest = new HashMap<String, Integer>();
    people.forEach((code, count) ->
        places
            .ward(code)
            .filter(_ -> count < FEWEST)
            .ifPresent(ward -> rest.merge(ward.county(), count, Integer::sum)));
    var told = new HashMap<String, String>();
    people.forEach((code, count) ->
        places
            .ward(code)
            .ifPresent(ward -> {
              if (count >= FEWEST) {
                told.put(code, code);
              } else if (rest.getOrDefault(ward.county(), 0) >= FEWEST) {
                told.put(code, ward.county());
              }
            }));
    return new Whereabouts(told, places);
  }

  /// What is told of somebody's ward; empty for nothing.
  String of(String ward) {
    return told.getOrDefault(ward, "");
  }

  /// The wards that are told of and lie in a scope.
  List<String> wardsIn(Scope scope) {
    return told.keySet().stream()
        .filter(code ->
            places.ward(code).filter(ward -> scope.touches(List.of(ward.county()))).isPresent())
        .toList();
  }
}
