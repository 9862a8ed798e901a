package org.shiriki.place;

/// A ward, the smallest place that the gateway knows.
///
/// @param code four digits, `0001` to `1450`
/// @param county the code of its county
public record Ward(String code, String name, String constituency, String county) {}
