package org.shiriki.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiriki.dialogue.Language;

/// What people write is understood as they mean it.
class VocabularyTest {
  private static final Vocabulary VOCABULARY = Vocabulary.read(Path.of("config"));

  @ParameterizedTest
  @CsvFileSource(
      resources = "/sms/texts.csv",
      delimiter = '|',
      quoteCharacter = '`',
      emptyValue = "",
      nullValues = {},
      useHeadersInDisplayName = true)
  void people_are_understood(String text, String act, String rest, String number) {
    var heard = VOCABULARY.hear(text);

    assertThat(heard.act()).as("act").isEqualTo(act);
    assertThat(heard.rest()).as("rest").isEqualTo(rest);
    assertThat(heard.number()).as("number").isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\n", "👍", "...", "🙏🏾🙏🏾"})
  void what_holds_no_word_is_answered_like_a_call_for_help(String text) {
    assertThat(VOCABULARY.hear(text).lone()).isTrue();
    assertThat(VOCABULARY.hear(text).act()).isEqualTo("help");
  }

  @Test
  void a_keyword_tells_the_language() {
    assertThat(VOCABULARY.hear("please REPORT no water").language()).contains(Language.ENGLISH);
    assertThat(VOCABULARY.hear("Riporti maji").language()).contains(Language.KISWAHILI);
    assertThat(VOCABULARY.hear("tafadhali stooop").language()).contains(Language.ENGLISH);
    assertThat(VOCABULARY.hear("maji hakuna").language()).isEmpty();
  }

  @Test
  void all_that_was_written_is_kept_on_one_line() {
    assertThat(VOCABULARY.hear("Maji\nhakuna\u0000 leo ").whole()).isEqualTo("Maji hakuna leo");
  }
}
