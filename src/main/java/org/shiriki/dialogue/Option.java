package org.shiriki.dialogue;

import java.util.function.Supplier;

/// A line that can be chosen by its number.
///
/// @param chosen what choosing it does; run at most once, when it is chosen
/// @param weighty whether it agrees, sends or deletes something, so that its number counts only
///   once its line has been on the screen
public record Option(Text label, Supplier<Step> chosen, boolean weighty) {}
