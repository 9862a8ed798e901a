package org.shiriki.broadcast;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Proof;
import org.shiriki.dialogue.Text;
import org.shiriki.sms.Purpose;
import org.shiriki.sms.Salutation;
import org.shiriki.sms.Segments;

/// Reads a broadcast before people do, and says what is wrong with it, in words for its author.
public final class Lint {
  /// What every alert ends with: whoever gets it can leave, at no cost (Regulations 2021, reg. 14).
  public static final Text WAY_OUT = Text.of("Acha: ONDOA", "Leave: STOP");

  /// Longer than three messages nobody reads.
  private static final int MOST_PARTS = 3;

  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
  private static final Set<String> PLACES = Set.of("ward", "jina", "name");
  private static final Set<Purpose> CLASSES =
      Set.of(Purpose.ALERT, Purpose.EDUCATION, Purpose.POLITICAL, Purpose.EMERGENCY);

  private Lint() {}

  /// All that is wrong; nothing if it may be submitted.
  public static List<String> faults(Draft draft) {
    var faults = new ArrayList<String>();
    draft.audience().languages().forEach(language -> faults.addAll(words(draft, language)));
    faults.addAll(
        new Proof()
            .note(
                !CLASSES.contains(draft.purpose()),
                "class: a broadcast is an alert, education, political or an emergency")
            .note(draft.audience().languages().isEmpty(), "audience: names no language")
            .note(
                draft.audience() instanceof Audience.Subscribers(var topics, _, _)
                    && topics.isEmpty(),
                "audience: names no topic")
            .note(
                draft.purpose() == Purpose.EMERGENCY && draft.reason().isBlank(),
                "reason: say why it is an emergency")
            .note(
                draft.purpose() == Purpose.POLITICAL
                    && !(draft.audience() instanceof Audience.Subscribers),
                "audience: what is political is for those who asked for it only")
            .note(
                draft.purpose() == Purpose.POLITICAL && draft.speaker().isBlank(),
                "speaker: say whose words these are")
            .faults());
    return List.copyOf(faults);
  }

  private static List<String> words(Draft draft, Language language) {
    var where = "text in " + language.code();
    var words = draft.text().in(language);
    var wayOut = WAY_OUT.in(language);
    var segments = Segments.of(Salutation.longest(words));
    return new Proof()
        .note(words.isBlank(), where + " is missing")
        .note(
            segments.parts() > MOST_PARTS,
            "%s takes %d SMS, %d are the most".formatted(where, segments.parts(), MOST_PARTS))
        .note(!segments.forcing().isEmpty(), where + ": " + dear(segments.forcing()))
        .note(strangePlace(words), where + ": only {ward} and {jina} or {name} can be filled in")
        .note(
            draft.purpose() != Purpose.EMERGENCY && !words.endsWith(wayOut),
            "%s must end with \"%s\"".formatted(where, wayOut))
        .note(
            draft.purpose() == Purpose.POLITICAL
                && !words
                    .toLowerCase(Locale.ROOT)
                    .contains(draft.speaker().strip().toLowerCase(Locale.ROOT)),
            where + " must name its speaker")
        .faults();
  }

  /// One character of another alphabet makes the whole message cost twice.
  private static String dear(List<String> forcing) {
    return forcing.stream()
        .map(letter ->
            "%s (%s) makes it dearer, write %s"
                .formatted(
                    letter, Character.getName(letter.codePointAt(0)), Segments.cheaper(letter)))
        .collect(Collectors.joining("; "));
  }

  private static boolean strangePlace(String words) {
    return PLACE.matcher(words).results().anyMatch(found -> !PLACES.contains(found.group(1)))
        || PLACE.matcher(words).replaceAll("").matches("(?s).*[{}].*");
  }
}
