package org.shiriki.staff;

import java.util.List;
import java.util.stream.Stream;

/// A role, and where and for what it holds.
///
/// @param counties their codes of three digits; none stands for everywhere
/// @param themes ids of categories of concerns; none stands for all
public record Grant(Role role, List<String> counties, List<String> themes) {
  public Grant {
    counties = List.copyOf(counties);
    themes = List.copyOf(themes);
  }

  /// A role without limits.
  public static Grant everywhere(Role role) {
    return new Grant(role, List.of(), List.of());
  }

  /// Where it gives a right to somebody of an organisation.
  Stream<Scope.Patch> patches(Right right, String organisation) {
    var with = role.onlyReferred(right) ? Scope.within(organisation) : Scope.ANY;
    return orAny(counties)
        .flatMap(county -> orAny(themes).map(theme -> new Scope.Patch(county, theme, with)));
  }

  private static Stream<String> orAny(List<String> some) {
    return some.isEmpty() ? Stream.of(Scope.ANY) : some.stream();
  }
}
