package org.shiriki.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProofTest {
  @Test
  void words_that_a_phone_can_show_have_no_faults() {
    var faults = new Proof().text("title", Text.of("Maji safi", "Clean water"), 30).faults();

    assertThat(faults).isEmpty();
  }

  @Test
  void a_character_that_phones_lack_is_named() {
    var faults = new Proof().text("title", Text.of("Maji ya ‘Bofa‘", "Water"), 30).faults();

    assertThat(faults)
        .containsExactly("title in sw: phones cannot show ‘ (LEFT SINGLE QUOTATION MARK)");
  }

  @Test
  void length_is_counted_in_septets() {
    var faults = new Proof().words("page 2", "[10]", Language.ENGLISH, 5).faults();

    assertThat(faults).containsExactly("page 2 in en has 6 septets, 5 fit");
  }

  @Test
  void a_missing_translation_is_told() {
    var faults = new Proof().text("title", Text.of("Maji", " "), 30).faults();

    assertThat(faults).containsExactly("title in en is missing");
  }

  @Test
  void all_faults_are_told_at_once() {
    var faults =
        new Proof().text("title", Text.of("", "Wells…"), 4).note(true, "nobody likes it").faults();

    assertThat(faults)
        .containsExactly(
            "title in sw is missing",
            "title in en has 6 septets, 4 fit",
            "title in en: phones cannot show … (HORIZONTAL ELLIPSIS)",
            "nobody likes it");
  }
}
