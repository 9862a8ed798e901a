package org.shiriki.staff;

import java.util.List;

/// Where and for what somebody may do something: what lies outside does not exist for them.
///
/// SQL takes it as the three lists of its patches:
///
/// ```
/// exists (select from unnest($1::text[], $2::text[], $3::text[])
///           as patch (county, theme, organisation)
///         where patch.county in ('', row.county) and patch.theme in ('', row.theme)
///           and patch.organisation in ('', row.organisation))
/// ```
public record Scope(List<Patch> patches) {
  /// In a patch: every county, every theme, or whichever organisation.
  public static final String ANY = "";

  public Scope {
    patches = List.copyOf(patches);
  }

  /// A county and a theme, each a code or [#ANY].
  ///
  /// @param organisation of what is with an office, it holds only for what is with an office of
  ///   this one, or [#ANY]
  public record Patch(String county, String theme, String organisation) {
    private boolean covers(String thatCounty, String thatTheme) {
      return (county.equals(ANY) || county.equals(thatCounty))
          && (theme.equals(ANY) || theme.equals(thatTheme));
    }
  }

  /// An organisation that a patch is kept to; nobody's is none.
  static String within(String organisation) {
    if (organisation.equals(ANY)) {
      throw new IllegalArgumentException("Who is of no organisation has nothing referred to them");
    }
    return organisation;
  }

  /// Everywhere, for everything.
  public static Scope everything() {
    return new Scope(List.of(new Patch(ANY, ANY, ANY)));
  }

  /// Whether something lies inside that is with no office.
  ///
  /// @param county its code; empty for what lies in no known county, which only those see who may
  ///   see every county
  /// @param theme its category; empty for what has none, which only those see who may see all
  public boolean covers(String county, String theme) {
    return patches.stream().anyMatch(patch -> patch.covers(county, theme));
  }

  /// Whether all of some counties lie inside, whatever the theme.
  ///
  /// @param counties their codes; none stands for the whole country
  public boolean coversAll(List<String> counties) {
    var all = counties.isEmpty() ? List.of(ANY) : counties;
    return all.stream().allMatch(county -> covers(county, ANY));
  }

  /// Whether any of some counties lies inside, for some theme at least.
  ///
  /// @param counties their codes; none stands for the whole country, which touches everybody
  public boolean touches(List<String> counties) {
    return !patches.isEmpty()
        && (counties.isEmpty()
            || patches.stream()
                .anyMatch(
                    patch -> patch.county().equals(ANY) || counties.contains(patch.county())));
  }

  /// Whether of what is with offices it holds only what is with those of some organisations.
  public boolean isOnlyReferred() {
    return patches.stream().noneMatch(patch -> patch.organisation().equals(ANY));
  }

  /// The counties of the patches, in their order.
  public String[] counties() {
    return patches.stream().map(Patch::county).toArray(String[]::new);
  }

  /// The themes of the patches, in their order.
  public String[] themes() {
    return patches.stream().map(Patch::theme).toArray(String[]::new);
  }

  /// The organisations of the patches, in their order.
  public String[] organisations() {
    return patches.stream().map(Patch::organisation).toArray(String[]::new);
  }
}
