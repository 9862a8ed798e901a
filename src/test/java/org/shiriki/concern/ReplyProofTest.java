package org.shiriki.concern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiriki.dialogue.Gsm7;

class ReplyProofTest {
  @Test
  void plain_words_pass_and_their_length_is_told() {
    var proof = ReplyProof.of("Fundi atakuja Ijumaa.");

    assertThat(proof.faults()).isEmpty();
    assertThat(proof.septets()).isEqualTo(21);
    assertThat(proof.parts()).isEqualTo(1);
    assertThat(proof.pages()).hasSize(1);
  }

  @Test
  void the_longest_words_are_two_messages_and_every_page_fits_a_phone() {
    var proof = ReplyProof.of("neno ".repeat(52).strip() + '.');

    assertThat(proof.faults()).isEmpty();
    assertThat(proof.septets()).isEqualTo(260);
    assertThat(proof.parts()).isEqualTo(2);
    assertThat(proof.pages())
        .hasSizeGreaterThan(1)
        .allSatisfy(page -> assertThat(Gsm7.septets("CON " + page)).isLessThanOrEqualTo(160));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Sawa",
        "Angalia https://shiriki.example",
        "Angalia www.shiriki.example",
        "Angalia kilifi.go.ke leo",
        "Karibu \u201Cleo\u201D",
        "Karibu {reference} leo"
      })
  void what_a_phone_cannot_show_or_open_is_a_fault(String words) {
    assertThat(ReplyProof.of(words).faults()).isNotEmpty();
  }

  @Test
  void a_word_too_many_is_a_fault() {
    assertThat(ReplyProof.of("neno ".repeat(53)).faults())
        .containsExactly("It has 264 septets, 260 fit.");
  }
}
