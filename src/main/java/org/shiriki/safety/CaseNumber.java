package org.shiriki.safety;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What a person asks after a case with: six random digits and one that checks them, by Damm's
/// method, which shows any one wrong digit and any swap of neighbours.
public record CaseNumber(@JsonValue String digits) {
  private static final int RANDOM_DIGITS = 6;
  private static final int[][] DAMM = {
    {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
    {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
    {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
    {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
    {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
    {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
    {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
    {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
    {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
    {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
  };

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CaseNumber {
    if (!sound(digits)) {
      throw new IllegalArgumentException("Not a case number");
    }
  }

  /// Where new numbers come from; each one is as likely as any other.
  @FunctionalInterface
  public interface Numbers {
    CaseNumber next();
  }

  /// A source that draws from this generator.
  public static Numbers from(RandomGenerator random) {
    return () -> {
      var drawn = new StringBuilder();
      for (var at = 0; at < RANDOM_DIGITS; at++) {
        drawn.append(random.nextInt(10));
      }
      return new CaseNumber(drawn.append(check(drawn)).toString());
    };
  }

  /// Reads a number as people type it, with or without its dash. Empty if it was mistyped.
  public static Optional<CaseNumber> parse(String typed) {
    var digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Pd}.,]", "");
    return sound(digits) ? Optional.of(new CaseNumber(digits)) : Optional.empty();
  }

  /// The number as it is shown: `123-4567`.
  public String written() {
    return digits.substring(0, 3) + '-' + digits.substring(3);
  }

  @Override
  public String toString() {
    return "CaseNumber[hidden]";
  }

  private static boolean sound(String digits) {
    return digits.matches("[0-9]{7}") && check(digits) == 0;
  }

  private static int check(CharSequence digits) {
    var interim = 0;
    for (var at = 0; at < digits.length(); at++) {
      interim = DAMM[interim][digits.charAt(at) - '0'];
    }
    return interim;
  }
}
