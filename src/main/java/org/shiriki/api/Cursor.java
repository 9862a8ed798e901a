package org.shiriki.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Where a page of a list ends: the values that its last row is ordered by, as one opaque word.
public final class Cursor {
  private static final String SEPARATOR = "\u001f";

  private Cursor() {}

  /// The word for a row.
  public static String of(Object... values) {
    var joined = String.join(SEPARATOR, Arrays.stream(values).map(String::valueOf).toList());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(UTF_8));
  }

  /// The row that a word stands for; nothing if it is no word of ours.
  public static Optional<List<String>> parse(String word, int parts) {
    try {
      var joined = new String(Base64.getUrlDecoder().decode(word), UTF_8);
      var values = List.of(joined.split(SEPARATOR, -1));
      return values.size() == parts ? Optional.of(values) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
