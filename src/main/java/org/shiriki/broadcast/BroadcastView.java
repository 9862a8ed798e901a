package org.shiriki.broadcast;

import java.time.Instant;
import java.util.List;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;
import org.shiriki.sms.Purpose;
import org.shiriki.sms.Segments;

/// A broadcast as programs see it.
///
/// @param said what goes out in each language, for somebody without ward and name
/// @param faults what the lint names; nothing if it may be submitted
record BroadcastView(
    long id,
    String author,
    Broadcast.Life state,
    Purpose purpose,
    Text text,
    Audience audience,
    Instant startsAt,
    String reason,
    String speaker,
    int people,
    List<Said> said,
    List<String> faults,
    long version) {
  /// A text as it goes out.
  ///
  /// @param parts how many SMS it takes
  /// @param units septets, or 16-bit units where a character forces UCS-2
  /// @param forcing those characters
  record Said(
      Language language, String text, String alphabet, int units, int parts, List<String> forcing) {
    Said(Language language, String text, Segments segments) {
      this(
          language,
          text,
          segments.alphabet().name(),
          segments.units(),
          segments.parts(),
          segments.forcing());
    }
  }

  static BroadcastView of(Broadcast broadcast) {
    var draft = broadcast.draft();
    return new BroadcastView(
        broadcast.id(),
        broadcast.author(),
        broadcast.life(),
        draft.purpose(),
        draft.text(),
        draft.audience(),
        broadcast.startsAt(),
        draft.reason(),
        draft.speaker(),
        broadcast.people(),
        draft.audience().languages().stream().map(language -> said(draft, language)).toList(),
        Lint.faults(draft),
        broadcast.version());
  }

  private static Said said(Draft draft, Language language) {
    var words = Wording.example(draft, language);
    return new Said(language, words, Segments.of(words));
  }
}
