package org.shiriki.safety;

import java.text.Normalizer;
import java.util.Locale;

/// A word that a person asks for the stage of a case with.
final class SafeWord {
  private static final int SHORTEST = 4;

  private SafeWord() {}

  /// The word as it is compared: case, accents, spaces and punctuation do not matter.
  static String plain(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /// Whether it is long enough not to be guessed by chance.
  static boolean serves(String typed) {
    return plain(typed).length() >= SHORTEST;
  }
}
