package org.shiriki.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {
  private static final Text THANKS = Text.of("Asante, {name}. {name}!", "Thank you, {name}.");

  @Test
  void each_language_has_its_own_words() {
    assertThat(THANKS.in(Language.KISWAHILI)).startsWith("Asante");
    assertThat(THANKS.in(Language.ENGLISH)).startsWith("Thank you");
  }

  @Test
  void a_place_is_filled_wherever_it_stands() {
    assertThat(THANKS.with("name", "Amina"))
        .isEqualTo(Text.of("Asante, Amina. Amina!", "Thank you, Amina."));
  }

  @Test
  void a_place_is_filled_in_the_language_of_the_rest() {
    assertThat(
            Text.of("Wadi: {ward}", "Ward: {ward}")
                .with("ward", Text.of("haijulikani", "not known")))
        .isEqualTo(Text.of("Wadi: haijulikani", "Ward: not known"));
  }

  @Test
  void a_place_that_the_words_do_not_have_changes_nothing() {
    assertThat(THANKS.with("ward", "Shella")).isEqualTo(THANKS);
  }

  @Test
  void a_citizens_braces_and_dollars_are_only_words() {
    assertThat(Text.same("{said}").with("said", "$1 {said} \\"))
        .isEqualTo(Text.same("$1 {said} \\"));
  }

  @Test
  void texts_are_joined_language_by_language() {
    assertThat(Text.of("Moja", "One").then("\n", Text.of("Mbili", "Two")))
        .isEqualTo(Text.of("Moja\nMbili", "One\nTwo"));
  }
}
