package org.shiriki.office;

import org.shiriki.office.Offices.Kept;

/// An office as the API shows it: one line.
///
/// @param county its county's code, or empty if it serves the whole country
/// @param above the office one level up, or empty if that is the desk of its place
/// @param organisation whose people answer in it, or empty
public record OfficeView(
    String id,
    String nameSw,
    String nameEn,
    String county,
    String contact,
    String above,
    String organisation,
    long version) {
  static OfficeView of(Kept<Office> kept) {
    var office = kept.value();
    return new OfficeView(
        office.id(),
        office.name().sw(),
        office.name().en(),
        office.county(),
        office.contact(),
        office.above(),
        office.organisation(),
        kept.version());
  }
}
