package org.shiriki.console;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A form that somebody sent.
///
/// @param back the page that it came from, and that is shown after it
/// @param showing whether that page shows the operation's answer
record Deed(String operation, Typed typed, String back, boolean showing) {
  static final String CSRF = "_csrf";
  private static final String PATH = "_path.";
  private static final String QUERY = "_query.";
  private static final String PART = "_part.";

  static Deed of(String operation, Typed typed) {
    return new Deed(
        operation,
        typed,
        inside(typed.first("_back").orElse("")),
        typed.first("_after").orElse("").equals("show"));
  }

  /// An address of the console; home if it is another.
  static String inside(@Nullable String address) {
    return address != null && address.startsWith(Console.PATH) && !address.contains("\n")
        ? address
        : Console.PATH;
  }

  /// The page that the form stands on, to be shown again.
  String here() {
    return inside(typed.first("_here").orElse(back));
  }

  String form() {
    return typed.first("_form").orElse("");
  }

  String key() {
    return typed.first("_key").orElse("");
  }

  String version() {
    return typed.first("_version").orElse("");
  }

  /// The values in the operation's path.
  Map<String, String> path() {
    return below(PATH).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getFirst()));
  }

  /// The values behind the operation's path.
  Map<String, List<String>> query() {
    return below(QUERY);
  }

  /// What of the form the operation is about: all of it, or where the form's own operation takes
  /// more (`words`), what is typed below the name in the field `_part.<operation>`.
  Typed part() {
    return typed.first(PART + operation).map(typed::below).orElse(typed);
  }

  private Map<String, List<String>> below(String prefix) {
    return typed.fields().entrySet().stream()
        .filter(field -> field.getKey().startsWith(prefix))
        .collect(
            Collectors.toMap(
                field -> field.getKey().substring(prefix.length()), Map.Entry::getValue));
  }

  @Override
  public String toString() {
    return "Deed[" + operation + ']';
  }
}
