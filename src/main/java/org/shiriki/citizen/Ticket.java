package org.shiriki.citizen;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What a person's request over their data is known by: seven digits, the last of which checks the
/// others by Luhn's rule, so that any one wrong digit shows.
public record Ticket(@JsonValue String digits) {
  private static final int RANDOM = 1_000_000;

  /// Takes the seven digits.
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Ticket {
    if (!sound(digits)) {
      throw new IllegalArgumentException("Not a request's reference");
    }
  }

  /// A new one, drawn from this generator.
  static Ticket draw(RandomGenerator random) {
    var stem = "%06d".formatted(random.nextInt(RANDOM));
    var check = Math.floorMod(-sum(stem + '0'), 10);
    return new Ticket(stem + check);
  }

  /// Reads one as people type it, with or without its `D` and dashes. Empty if it was mistyped.
  public static Optional<Ticket> parse(String typed) {
    var digits = typed.replaceAll("[\\s\\p{Pd}.Dd]", "");
    return sound(digits) ? Optional.of(new Ticket(digits)) : Optional.empty();
  }

  /// As it is shown: `D-482-1937`.
  public String written() {
    return "D-" + digits.substring(0, 3) + '-' + digits.substring(3);
  }

  @Override
  public String toString() {
    return written();
  }

  private static boolean sound(String digits) {
    return digits.matches("[0-9]{7}") && sum(digits) % 10 == 0;
  }

  private static int sum(String digits) {
    var sum = 0;
    for (var at = 0; at < digits.length(); at++) {
      var digit = digits.charAt(digits.length() - 1 - at) - '0';
      var weighed = at % 2 == 0 ? digit : digit * 2;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum;
  }
}
