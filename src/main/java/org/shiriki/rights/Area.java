package org.shiriki.rights;

import java.util.List;
import java.util.stream.Stream;
import org.shiriki.place.County;
import org.shiriki.place.Places;
import org.shiriki.place.Ward;
import org.shiriki.staff.Scope;

/// The wards whose people somebody looks after.
///
/// @param everywhere whether it is all people, those of no known ward too
/// @param wards their codes, where it is not
public record Area(boolean everywhere, List<String> wards) {
  public Area {
    wards = List.copyOf(wards);
  }

  /// The area of a scope.
  static Area of(Scope scope, Places places) {
    var everywhere = scope.covers(Scope.ANY, Scope.ANY);
    return new Area(
        everywhere,
        everywhere
            ? List.of()
            : places.counties().stream()
                .filter(county -> scope.covers(county.code(), Scope.ANY))
                .flatMap(Area::codes)
                .toList());
  }

  private static Stream<String> codes(County county) {
    return county.constituencies().stream()
        .flatMap(constituency -> constituency.wards().stream().map(Ward::code));
  }

  boolean holds(FiledRequest request) {
    return everywhere || (!request.erased() && wards.contains(request.ward()));
  }
}
