package org.shiriki.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.shiriki.Town;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;
import org.shiriki.place.Places;

/// A small town's polls: one that everybody is asked, one for Kilifi county, one for a ward, and
/// one that is over.
final class Fair {
  static final Instant NOW = Town.MORNING;
  static final Instant LATER = NOW.plus(Duration.ofDays(30));
  static final Places PLACES = Town.PLACES;
  static final PollLint LINT = new PollLint(PLACES, Blackout.read(Town.CONFIG, PLACES), false);
  static final String KILIFI = "003";

  /// A ward of Mombasa.
  static final String TUDOR = "0027";

  static final Poll WATER =
      poll("water", new Audience.Everyone(), -5, 10, question("Maji?", "Water?", 3, false));
  static final Poll COUNTY =
      poll(
          "county",
          new Audience.Counties(List.of(KILIFI)),
          -2,
          8,
          question("Zahanati?", "Clinic?", 4, true),
          question("Maafisa?", "Officers?", 2, false),
          question("Vikao?", "Meetings?", 3, true));
  static final Poll WARD =
      poll(
          "ward",
          new Audience.Wards(List.of(Town.SHELLA)),
          -1,
          12,
          question("Soko?", "Market?", 2, false));
  static final Poll OVER =
      poll("over", new Audience.Everyone(), -20, -6, question("Taa?", "Lights?", 3, false));

  private Fair() {}

  static List<Poll> polls() {
    return List.of(WATER, COUNTY, WARD, OVER);
  }

  static Question question(String sw, String en, int options, boolean skippable) {
    return new Question(
        Text.of(sw, en),
        IntStream.rangeClosed(1, options)
            .mapToObj(number -> Text.of("Jibu " + number, "Answer " + number))
            .toList(),
        skippable,
        Question.Kind.OPINION);
  }

  static Poll poll(String id, Audience audience, int opens, int closes, Question... questions) {
    return new Poll(
        new PollId(id),
        Text.of("Kuhusu " + id, "About " + id),
        audience,
        Set.of(Language.KISWAHILI, Language.ENGLISH),
        NOW.plus(Duration.ofDays(opens)),
        NOW.plus(Duration.ofDays(closes)),
        "KECOSCE",
        "KECOSCE",
        false,
        List.of(questions));
  }
}
