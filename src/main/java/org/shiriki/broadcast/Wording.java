package org.shiriki.broadcast;

import java.util.List;
import java.util.stream.Stream;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;
import org.shiriki.place.Places;
import org.shiriki.place.Ward;
import org.shiriki.sms.Salutation;
import org.shiriki.sms.Segments;

/// A text as it is sent to all who speak a language and live in a ward.
///
/// @param ward its code; empty for everybody else
/// @param text with the place of a person's name still in it, if it calls people by name
/// @param segments what it takes for the person of the longest name
record Wording(Language language, String ward, String text, int segments) {
  private static final String WARD = "{ward}";
  private static final Text SOMEWHERE = Text.of("yako", "your ward");

  /// All that a draft says: one a language, and if it names the ward, one more for each ward.
  static List<Wording> of(Draft draft, Places places) {
    return draft.audience().languages().stream()
        .distinct()
        .flatMap(language -> said(draft.text().in(language), language, places))
        .toList();
  }

  /// What somebody reads whose ward and name nobody knows.
  static String example(Draft draft, Language language) {
    var words = draft.text().in(language).replace(WARD, SOMEWHERE.in(language));
    return Salutation.fill(words, language, "");
  }

  private static Stream<Wording> said(String words, Language language, Places places) {
    var elsewhere = of(language, "", words.replace(WARD, SOMEWHERE.in(language)));
    return words.contains(WARD)
        ? Stream.concat(
            Stream.of(elsewhere),
            places.counties().stream()
                .flatMap(county -> county.constituencies().stream())
                .flatMap(constituency -> constituency.wards().stream())
                .map(ward -> inWard(words, language, ward)))
        : Stream.of(elsewhere);
  }

  private static Wording inWard(String words, Language language, Ward ward) {
    return of(language, ward.code(), words.replace(WARD, Segments.cheaper(ward.name())));
  }

  private static Wording of(Language language, String ward, String text) {
    return new Wording(language, ward, text, Segments.of(Salutation.longest(text)).parts());
  }
}
