package org.shiriki.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shiriki.poll.Fair.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shiriki.dialogue.Gsm7;
import org.shiriki.dialogue.Language;

class PollSeedsTest {
  private static final Path CONFIG = Path.of("config");
  private static final int BODY = 139;

  @TempDir Path folder;

  @Test
  void three_polls_are_open_and_one_is_over() {
    var polls = PollSeeds.read(CONFIG, Fair.LINT, NOW);

    assertThat(polls).filteredOn(poll -> poll.openAt(NOW)).hasSize(3);
    assertThat(polls).filteredOn(poll -> poll.closedAt(NOW)).hasSize(1);
  }

  @Test
  void every_question_fits_one_screen_with_its_answers() {
    var polls = PollSeeds.read(CONFIG, Fair.LINT, NOW);

    for (var poll : polls) {
      for (var question : poll.questions()) {
        for (var language : Language.values()) {
          var text = new StringBuilder(poll.questions().size() > 1 ? "1/3 " : "");
          text.append(question.text().in(language));
          question.options().forEach(option -> text.append("\n1. ").append(option.in(language)));
          text.append(question.skippable() ? "\n1. Ruka" : "");
          assertThat(Gsm7.septets(text.toString())).as(text.toString()).isLessThanOrEqualTo(BODY);
        }
      }
    }
  }

  @Test
  void days_are_counted_from_the_day_of_seeding() {
    var water = PollSeeds.read(CONFIG, Fair.LINT, NOW).getFirst();

    assertThat(water.firstDay()).hasToString("2026-11-18");
    assertThat(water.lastDay()).hasToString("2026-12-09");
  }

  @Test
  void all_faults_of_a_file_are_told_at_once() throws IOException {
    Files.writeString(
        folder.resolve("polls.yaml"),
        """
        - id: faulty
          title: {sw: "Soko", en: "Market"}
          audience: counties 999
          languages: [sw, en]
          opens_days_ago: 1
          closes_in_days: 5
          sponsor: KECOSCE
          conductor: KECOSCE
          election_related: false
          questions:
            - text: {sw: "Lini?", en: "When?"}
              options: [{sw: "Leo", en: "Today"}]
              skippable: false
              kind: opinion
            - text: {sw: "", en: "Where?"}
              options: [{sw: "Hapa", en: "Here"}, {sw: "Pale", en: "There"}]
              skippable: false
              kind: opinion
        - id: late
          title: {sw: "Taa", en: "Lights"}
          audience: everyone
          languages: [sw, en]
          opens_days_ago: 1
          closes_in_days: -5
          sponsor: KECOSCE
          conductor: KECOSCE
          election_related: false
          questions:
            - text: {sw: "Lini?", en: "When?"}
              options: [{sw: "Leo", en: "Today"}, {sw: "Kesho", en: "Tomorrow"}]
              skippable: false
              kind: opinion
        """);

    assertThatThrownBy(() -> PollSeeds.read(folder, Fair.LINT, NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("polls.yaml: faulty: no place has the code 999")
        .hasMessageContaining("faulty: question 1: has 1 options")
        .hasMessageContaining("faulty: question 2: text in sw is missing")
        .hasMessageContaining("polls.yaml: late: closes before it opens");
  }
}
