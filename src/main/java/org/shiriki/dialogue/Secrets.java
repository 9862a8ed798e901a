package org.shiriki.dialogue;

import java.util.Arrays;
import java.util.stream.Collectors;

/// What may be kept of answers that nobody is to read later. Their length stays: the carrier's text
/// is told from what came before by its length.
public final class Secrets {
  /// What stands for a character that is not kept. It is in no phone's alphabet.
  private static final char MASK = '\u2022';

  private static final String MAYBE_PIN = "\\s*\\p{Nd}{4,}[\\s#]*";

  private Secrets() {}

  /// As many masks as there are characters.
  public static String mask(String typed) {
    return mask(typed.length());
  }

  /// So many masks.
  public static String mask(int length) {
    return String.valueOf(MASK).repeat(length);
  }

  /// Whether a text begins with what is kept of another.
  public static boolean begins(String text, String kept) {
    if (text.length() < kept.length()) {
      return false;
    }
    for (var at = 0; at < kept.length(); at++) {
      if (kept.charAt(at) != MASK && kept.charAt(at) != text.charAt(at)) {
        return false;
      }
    }
    return true;
  }

  /// Keys typed ahead that cannot be played yet, as they may be kept: a number too long for a key
  /// may be a PIN.
  static String unplayed(String keys) {
    return Arrays.stream(keys.split("\\*", -1))
        .map(key -> key.matches(MAYBE_PIN) ? mask(key) : key)
        .collect(Collectors.joining("*"));
  }
}
