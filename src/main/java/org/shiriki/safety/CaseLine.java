package org.shiriki.safety;

import java.time.LocalDate;

/// A case in a list for staff: nothing of what was told, and no place smaller than a county.
///
/// @param county its code, or empty where the ward is not known
/// @param handlers how many are named on it
public record CaseLine(
    String number,
    Source source,
    Stage stage,
    String county,
    LocalDate filedOn,
    long handlers,
    long version) {}
