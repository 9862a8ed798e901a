package org.shiriki.dialogue;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import threegpp.charset.gsm.GSMCharset;

/// The GSM 7-bit alphabet of phones (3GPP TS 23.038), measured in septets.
///
/// A character of the basic table takes one septet, one of the extension table two.
public final class Gsm7 {
  private static final Map<Character, Integer> SEPTETS = table();
  private static final Map<Character, String> LOOKALIKES =
      Map.ofEntries(
          Map.entry('\u2018', "'"),
          Map.entry('\u2019', "'"),
          Map.entry('\u02BC', "'"),
          Map.entry('`', "'"),
          Map.entry('\u201C', "\""),
          Map.entry('\u201D', "\""),
          Map.entry('\u2013', "-"),
          Map.entry('\u2014', "-"),
          Map.entry('\u2026', "..."),
          Map.entry('\u00A0', " "),
          Map.entry('\t', " "));

  private Gsm7() {}

  private static Map<Character, Integer> table() {
    var table = new HashMap<Character, Integer>();
    GSMCharset.GSM_CHARACTERS.chars().forEach(character -> table.put((char) character, 1));
    GSMCharset.GSM_EXT_CHARACTERS
        .chars()
        .forEach(character -> table.putIfAbsent((char) character, 2));
    table.remove('\uFFFF'); // the library's stand-in for the escape itself
    return Map.copyOf(table);
  }

  /// The length of a text in septets; a character outside the alphabet counts as one.
  public static int septets(String text) {
    var septets = 0;
    for (var at = 0; at < text.length(); at++) {
      septets += septets(text.charAt(at));
    }
    return septets;
  }

  static int septets(char character) {
    return SEPTETS.getOrDefault(character, 1);
  }

  /// Whether a phone's alphabet holds every character of the text.
  public static boolean allGsm7(String text) {
    return text.chars().allMatch(character -> SEPTETS.containsKey((char) character));
  }

  /// The text as a phone can show it: accents, typographer's marks and other scripts' digits made
  /// plain, `?` for the rest.
  public static String plain(String text) {
    if (allGsm7(text)) {
      return text;
    }
    var plain = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(point -> plain.append(plain(point)));
    return plain.toString();
  }

  private static String plain(int point) {
    var written = Character.toString(point);
    if (allGsm7(written)) {
      return written;
    }
    var lookalike = point < 0x10000 ? LOOKALIKES.get((char) point) : null;
    if (lookalike != null) {
      return lookalike;
    }
    if (Character.isDigit(point)) {
      return Integer.toString(Character.digit(point, 10));
    }
    // Marks and format characters take no room of their own.
    var folded =
        Normalizer.normalize(written, Normalizer.Form.NFKD).replaceAll("[\\p{M}\\p{Cf}]", "");
    return allGsm7(folded) ? folded : "?";
  }
}
