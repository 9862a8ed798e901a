package org.shiriki.dialogue;

import java.util.function.Supplier;
import java.util.stream.Stream;

/// A line that can be chosen by its number.
///
/// @param chosen what choosing it does; run at most once, when it is chosen
/// @param weighty whether it agrees, sends or deletes something, so that its number counts only
///   once its line has been on the screen
public record Option(Text label, Supplier<Step> chosen, boolean weighty) {
  /// Whether its label is these words, in any language.
  ///
  /// @param wanted as [View#plain] writes it
  boolean isCalled(String wanted) {
    return Stream.of(label.sw(), label.en()).map(View::plain).anyMatch(wanted::equals);
  }

  /// Whether its label begins with these words and a comma, in any language.
  boolean begins(String wanted) {
    return Stream.of(label.sw(), label.en())
        .map(written -> View.plain(written.replaceFirst(",.*", "")))
        .anyMatch(wanted::equals);
  }
}
