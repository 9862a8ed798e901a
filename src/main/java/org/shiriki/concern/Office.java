package org.shiriki.concern;

import org.shiriki.dialogue.Text;

/// An office that takes concerns.
///
/// @param id stable, `kilifi-water`
/// @param county its county's code, or empty if it serves the whole country
/// @param contact how our staff reach it, or empty while nobody has confirmed that
public record Office(String id, Text name, String county, String contact) {}
