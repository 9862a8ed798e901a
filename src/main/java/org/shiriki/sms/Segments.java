package org.shiriki.sms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shiriki.dialogue.Gsm7;

/// How many SMS a text takes, and why (3GPP TS 23.038 and 23.040).
///
/// @param units septets of the phone's alphabet, or 16-bit units
/// @param parts what is paid for; a text of no letters is one
/// @param forcing the characters that the phone's alphabet lacks, each once, in their order
public record Segments(Alphabet alphabet, int units, int parts, List<String> forcing) {
  /// What a text is written in on the air. A part of a long text gives room to the header that says
  /// which part it is.
  public enum Alphabet {
    GSM7(160, 153),
    UCS2(70, 67);

    private final int alone;
    private final int joined;

    Alphabet(int alone, int joined) {
      this.alone = alone;
      this.joined = joined;
    }
  }

  public Segments {
    forcing = List.copyOf(forcing);
  }

  /// Counts a text.
  public static Segments of(String text) {
    var forcing = forcing(text);
    var alphabet = forcing.isEmpty() ? Alphabet.GSM7 : Alphabet.UCS2;
    var sizes = text.codePoints().map(point -> size(alphabet, point)).toArray();
    var units = 0;
    for (var size : sizes) {
      units += size;
    }
    var parts = units <= alphabet.alone ? 1 : parts(sizes, alphabet.joined);
    return new Segments(alphabet, units, parts, List.copyOf(forcing));
  }

  /// The same words in the phone's own alphabet, as near as they come.
  public static String cheaper(String text) {
    return Gsm7.plain(text);
  }

  private static Set<String> forcing(String text) {
    var forcing = new LinkedHashSet<String>();
    if (!Gsm7.allGsm7(text)) {
      text.codePoints()
          .mapToObj(Character::toString)
          .filter(letter -> !Gsm7.allGsm7(letter))
          .forEach(forcing::add);
    }
    return forcing;
  }

  private static int size(Alphabet alphabet, int point) {
    return switch (alphabet) {
      case GSM7 -> Gsm7.septets(Character.toString(point));
      case UCS2 -> Character.charCount(point);
    };
  }

  /// A character of two units is never torn apart: it begins the next part.
  private static int parts(int[] sizes, int room) {
    var parts = 1;
    var used = 0;
    for (var size : sizes) {
      if (used + size > room) {
        parts++;
        used = 0;
      }
      used += size;
    }
    return parts;
  }

  @Override
  public String toString() {
    return "Segments[" + alphabet + ", " + units + ", " + parts + ']';
  }
}
