package org.shiriki.office;

import org.shiriki.dialogue.Text;

/// What a concern is about.
///
/// @param id stable, `water`
/// @param title short enough for a line of a menu
/// @param receiver who such concerns go to, in general
public record Category(String id, Text title, Text receiver) {}
