package org.shiriki.dialogue;

import java.text.Normalizer;

/// What a person typed, read as what they meant.
final class Typed {
  private Typed() {}

  /// The key that was meant: `1`, ` 1.`, `１`, `١`, `#1` and `1#` are all `1`. Anything that is not
  /// a short number comes back empty.
  static String key(String typed) {
    var plain = new StringBuilder();
    Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .codePoints()
        .map(point -> Character.isDigit(point) ? '0' + Character.digit(point, 10) : point)
        .forEach(plain::appendCodePoint);
    var key = plain.toString().replaceAll("[\\s.,:;)#]", "");
    return key.matches("\\d{1,3}") ? key : "";
  }
}
