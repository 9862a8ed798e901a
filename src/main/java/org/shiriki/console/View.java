package org.shiriki.console;

import java.util.HashMap;
import java.util.Map;

/// A template with what it shows.
///
/// @param template under `src/main/jte`, `concern/queue.jte`
public record View(String template, Map<String, Object> values) {
  public View {
    values = Map.copyOf(values);
  }

  public static View of(String template) {
    return new View(template, Map.of());
  }

  /// The same with another value for the template's parameter of this name.
  public View with(String name, Object value) {
    var more = new HashMap<>(values);
    more.put(name, value);
    return new View(template, more);
  }

  @Override
  public String toString() {
    return "View[" + template + ']';
  }
}
