package org.shiriki.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1, 1
          ' 1 ', 1
          1., 1
          1), 1
          #1, 1
          1#, 1
          '1,', 1
          １, 1
          ９８, 98
          ١, 1
          ٩٨, 98
          ۴, 4
          ১, 1
          ①, 1
          '0 0', 00
          00#, 00
          99, 99
          012, 012
          """)
  void a_key_is_read_as_what_was_meant(String typed, String key) {
    assertThat(Typed.key(typed)).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "#", "a", "one", "1a", "-1", "+1", "1234", "1*2", "½", "😀", "moja 1"})
  void what_is_no_key_stays_words(String typed) {
    assertThat(Typed.key(typed)).isEmpty();
  }
}
