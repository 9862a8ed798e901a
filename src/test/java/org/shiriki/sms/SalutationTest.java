package org.shiriki.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shiriki.dialogue.Language;

class SalutationTest {
  @Test
  void a_name_takes_its_place_in_either_spelling() {
    assertThat(Salutation.fill("Habari {jina}, {name}!", Language.KISWAHILI, "Amina"))
        .isEqualTo("Habari Amina, Amina!");
  }

  @Test
  void who_gave_no_name_is_greeted_all_the_same() {
    assertThat(Salutation.fill("Habari {jina}.", Language.KISWAHILI, ""))
        .isEqualTo("Habari mwananchi.");
    assertThat(Salutation.fill("Hello {name}.", Language.ENGLISH, ""))
        .isEqualTo("Hello neighbour.");
  }

  @Test
  void nobodys_message_is_longer_than_the_longest() {
    var words = "Habari {jina}, karibu {jina}";

    assertThat(Salutation.longest(words)).hasSize(16 + 2 * Salutation.LONGEST);
    assertThat(Salutation.fill(words, Language.ENGLISH, "").length())
        .isLessThan(Salutation.longest(words).length());
  }
}
