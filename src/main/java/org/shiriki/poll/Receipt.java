package org.shiriki.poll;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/// What a person is given for their answers: six characters, listed after the close without the
/// answers, so that everybody can see that theirs were counted and nobody can show what they were.
/// No two people in a poll have the same.
public record Receipt(@JsonValue String code) implements Comparable<Receipt> {
  /// No letter can be taken for a digit.
  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int LENGTH = 6;
  private static final int BITS = 5;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Receipt {
    if (!sound(code)) {
      throw new IllegalArgumentException("Not a receipt");
    }
  }

  /// The receipt that the last thirty of these bits make.
  static Receipt of(int bits) {
    var code = new StringBuilder();
    for (var at = 0; at < LENGTH; at++) {
      code.append(ALPHABET.charAt((bits >>> (at * BITS)) & (ALPHABET.length() - 1)));
    }
    return new Receipt(code.toString());
  }

  /// Reads a receipt as people type it. Empty if it is none.
  public static Optional<Receipt> parse(String typed) {
    var code =
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Pd}.,]", "");
    return sound(code) ? Optional.of(new Receipt(code)) : Optional.empty();
  }

  private static boolean sound(String code) {
    return code.length() == LENGTH
        && code.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0);
  }

  @Override
  public int compareTo(Receipt other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
