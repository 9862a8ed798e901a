package org.shiriki.information;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Gsm7;
import org.shiriki.dialogue.Handset;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Screen;
import org.shiriki.information.InformationScreen.ChooseTopic;
import org.shiriki.information.InformationScreen.HelpNumbers;

/// What a fresh gateway has to tell, as phones show it.
final class InformationSeedTest {
  private static final Path CONFIG = Path.of("config");
  private static final List<Topic> TOPICS = Topics.seed(CONFIG);
  private static final List<HelpLine> LINES = HelpLines.seed(CONFIG);
  private static final int SCREEN = 160;

  static Stream<Arguments> topicsAndLanguages() {
    return IntStream.rangeClosed(1, TOPICS.size())
        .boxed()
        .flatMap(
            number -> Stream.of(Language.values()).map(language -> Arguments.of(number, language)));
  }

  @Test
  void there_are_sixteen_topics() {
    var ids = TOPICS.stream().map(Topic::id).distinct();

    assertThat(ids).hasSize(16);
  }

  @ParameterizedTest
  @MethodSource("topicsAndLanguages")
  void every_page_of_a_topic_is_one_screen_and_no_word_is_lost(int number, Language language) {
    var topic = TOPICS.get(number - 1);
    var written = topic.pages().in(language);

    var shown = phone(language, ChooseTopic.unlisted()).opens("" + number).pages();

    assertThat(shown.stream().map(Gsm7::septets))
        .allSatisfy(septets -> assertThat(septets).isLessThanOrEqualTo(SCREEN - "CON ".length()));
    assertThat(String.join("\n", shown)).startsWith(String.join("\n", written));
    assertThat(written)
        .allSatisfy(
            page -> assertThat(shown).anySatisfy(screen -> assertThat(screen).contains(page)));
  }

  @ParameterizedTest
  @MethodSource("topicsAndLanguages")
  void only_what_is_not_sensitive_can_be_sent_by_sms(int number, Language language) {
    var topic = TOPICS.get(number - 1);

    var shown = phone(language, ChooseTopic.unlisted()).opens("" + number).pages();

    assertThat(shown.getLast().contains("1. ")).isEqualTo(topic.fitForSms());
  }

  @Test
  void danger_comes_first_among_the_help_lines() {
    var first = LINES.getFirst();

    assertThat(first.numbers()).containsExactly("999", "112");
  }

  @Test
  void help_lines_are_never_torn_between_screens() {
    var lines = LINES.stream().map(line -> line.line().sw()).toList();

    var shown = phone(Language.KISWAHILI, new HelpNumbers()).opens().pages();

    assertThat(String.join("\n", shown)).isEqualTo(String.join("\n", lines));
    assertThat(shown.getFirst()).contains("999", "112", "1195", "116");
  }

  private static Handset phone(Language language, Screen first) {
    return new Handset(
        () -> Caller.STRANGER.speaking(language),
        first,
        new InformationScreens(
            new InMemoryTopics(TOPICS),
            new InMemoryHelpLines(LINES),
            _ -> true,
            _ -> Optional.empty()));
  }
}
