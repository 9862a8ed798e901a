package org.shiriki.sms;

import java.util.List;
import java.util.Set;

/// Numbers as people write them: `2`, `mbili`, `two`, `ya pili`, `no 2`, `B`.
final class Numerals {
  private static final int LONGEST = 3;
  private static final List<Set<String>> NAMES =
      List.of(
          Set.of("sifuri", "zero"),
          Set.of("moja", "one", "mosi", "kwanza", "first"),
          Set.of("mbili", "two", "pili", "second"),
          Set.of("tatu", "three", "third"),
          Set.of("nne", "four", "fourth"),
          Set.of("tano", "five", "fifth"),
          Set.of("sita", "six", "sixth"),
          Set.of("saba", "seven", "seventh"),
          Set.of("nane", "eight", "eighth"),
          Set.of("tisa", "nine", "ninth"),
          Set.of("kumi", "ten", "tenth"),
          Set.of("kumimoja", "eleven"),
          Set.of("kumimbili", "twelve"));

  private Numerals() {}

  /// The number that these words are, in digits; empty if they are none.
  ///
  /// @param words in small letters, without what may stand around a number
  static String read(List<String> words) {
    var joined = String.join("", words);
    if (joined.matches("\\d+")) {
      return words.size() == 1 && joined.length() <= LONGEST ? joined : "";
    }
    if (joined.length() == 1 && joined.charAt(0) >= 'a' && joined.charAt(0) <= 'i') {
      return Integer.toString(joined.charAt(0) - 'a' + 1);
    }
    for (var number = 0; number < NAMES.size(); number++) {
      if (NAMES.get(number).contains(joined)) {
        return Integer.toString(number);
      }
    }
    return "";
  }
}
