package org.shiriki.place;

import java.util.List;

/// A constituency of a county.
///
/// @param code three digits, `001` to `290`
public record Constituency(String code, String name, List<Ward> wards) {}
