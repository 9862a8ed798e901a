package org.shiriki.safety;

import java.util.List;
import org.shiriki.dialogue.Text;

/// Whom to call in danger.
///
/// @param id stable, `violence`
public record Hotline(String id, Text name, List<String> numbers) {
  public Hotline {
    numbers = List.copyOf(numbers);
  }

  /// `Polisi: 999, 112`.
  Text line() {
    return name.then(": ", Text.same(String.join(", ", numbers)));
  }
}
