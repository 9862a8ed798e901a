package org.shiriki.office;

import org.shiriki.dialogue.Text;

/// An office that takes concerns.
///
/// @param id stable, `kilifi-water`
/// @param county its county's code, or empty if it serves the whole country
/// @param contact how our staff reach it, or empty while nobody has confirmed that
/// @param above the office one level up, or empty if that is the desk of its place
/// @param organisation whose people answer in it, and see what is referred to it; or empty
public record Office(
    String id, Text name, String county, String contact, String above, String organisation) {}
