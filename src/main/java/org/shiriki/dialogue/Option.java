package org.shiriki.dialogue;

import java.util.function.Supplier;

/// A line that can be chosen by its number.
///
/// @param chosen what choosing it does; run at most once, when it is chosen
public record Option(Text label, Supplier<Step> chosen) {}
