package org.shiriki.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a screen shows, and where each answer leads.
///
/// @param reading takes typed words that are no option's number; null where only numbers are
///   expected
public record View(Text text, List<Option> options, @Nullable Function<String, Step> reading) {
  public View {
    options = List.copyOf(options);
  }

  /// A text with nothing to choose yet.
  public static View of(Text text) {
    return new View(text, List.of(), null);
  }

  /// This view with one more option, numbered next.
  public View option(Text label, Supplier<Step> chosen) {
    var more = new ArrayList<>(options);
    more.add(new Option(label, chosen));
    return new View(text, more, reading);
  }

  /// This view with one more option that opens a screen.
  public View option(Text label, Screen opens) {
    return option(label, () -> Step.go(opens));
  }

  /// This view, taking typed words too.
  public View reading(Function<String, Step> read) {
    return new View(text, options, read);
  }
}
