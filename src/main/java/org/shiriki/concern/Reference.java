package org.shiriki.concern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What a concern is known by outside: seven characters, the last of which checks the others. No
/// letter can be taken for a digit.
///
/// The check is a remainder in the field of 32 elements: each character has its own factor, so that
/// any one wrong character shows, and so does any swap of two.
public record Reference(@JsonValue String code) {
  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int RANDOM_LENGTH = 6;
  private static final int LENGTH = RANDOM_LENGTH + 1;

  /// Takes the seven characters without their dash.
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Reference {
    if (!sound(code)) {
      throw new IllegalArgumentException("Not a reference");
    }
  }

  /// Where new references come from; each one is as likely as any other.
  @FunctionalInterface
  public interface Source {
    Reference next();
  }

  /// A source that draws from this generator.
  public static Source from(RandomGenerator random) {
    return () -> {
      var code = new StringBuilder();
      for (var at = 0; at < RANDOM_LENGTH; at++) {
        code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      return new Reference(code.append(ALPHABET.charAt(times2(remainder(code)))).toString());
    };
  }

  /// Reads a reference as people type it: in any case, with or without its dash. Empty if it was
  /// mistyped.
  public static Optional<Reference> parse(String typed) {
    var code =
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Pd}.,]", "");
    return sound(code) ? Optional.of(new Reference(code)) : Optional.empty();
  }

  /// The reference as it is shown: `ABC-DEFG`.
  public String written() {
    return code.substring(0, 3) + '-' + code.substring(3);
  }

  @Override
  public String toString() {
    return written();
  }

  private static boolean sound(String code) {
    return code.length() == LENGTH
        && code.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0)
        && remainder(code) == 0;
  }

  private static int remainder(CharSequence code) {
    var remainder = 0;
    for (var at = 0; at < code.length(); at++) {
      remainder = times2(remainder) ^ ALPHABET.indexOf(code.charAt(at));
    }
    return remainder;
  }

  /// Doubles an element of the field made by x^5 + x^2 + 1.
  private static int times2(int element) {
    var doubled = element << 1;
    return doubled < ALPHABET.length() ? doubled : doubled ^ 0b100101;
  }
}
