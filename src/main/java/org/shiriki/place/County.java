package org.shiriki.place;

import java.util.List;

/// A county.
///
/// @param code three digits, `001` to `047`; the coast is `001` to `006`
public record County(String code, String name, List<Constituency> constituencies) {
  /// Whether the county is on the coast, where the gateway's own offices are.
  public boolean coastal() {
    return code.compareTo("006") <= 0;
  }
}
