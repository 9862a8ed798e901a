package org.shiriki.dialogue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What chance makes for the tests that hold for anything: the seed is printed, and `-Dchance=seed`
/// repeats a run.
final class Chance {
  private static final String ALPHABET =
      "aaaaeeeiiioouu bcdfghjklmnprstvwyz ABCDEKM 0123456789 .,?!-'\"()/@€[]{}^~|\\éèàñÑß";
  private static final List<String> STRANGE =
      List.of(
          "😀", "👩‍👧", "’", "“", "…", "—", "é", "e\u0301", "ç", "م", "٣", "５", "\t", "\n", "\r",
          "\f", "\u00A0", "\u200B", "*", "#", "  ", "\u0000", "\uD800", "ﷺ", "½", "漢字");

  private Chance() {}

  static Random printed(String test) {
    var seed = Long.getLong("chance", System.nanoTime());
    System.out.println(test + " plays with -Dchance=" + seed);
    return new Random(seed);
  }

  /// Any text, strange characters among it.
  static String anything(Random random, int longest) {
    return IntStream.range(0, random.nextInt(longest + 1))
        .mapToObj(_ -> random.nextInt(8) == 0 ? oneOf(random, STRANGE) : letter(random))
        .collect(Collectors.joining());
  }

  /// Words of the phones' alphabet, one space or line break between.
  static String words(Random random, int most, int longest) {
    return IntStream.range(0, 1 + random.nextInt(most))
        .mapToObj(_ -> word(random, longest))
        .reduce((one, next) -> one + (random.nextInt(9) == 0 ? "\n" : " ") + next)
        .orElseThrow();
  }

  private static String word(Random random, int longest) {
    return IntStream.rangeClosed(0, random.nextInt(longest))
        .mapToObj(_ -> letter(random))
        .collect(Collectors.joining())
        .replace(' ', 'a');
  }

  private static String letter(Random random) {
    return String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
  }

  private static String oneOf(Random random, List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
