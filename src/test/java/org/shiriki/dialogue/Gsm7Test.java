package org.shiriki.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Gsm7Test {
  /// The basic table of 3GPP TS 23.038, in its own order, without the escape.
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  private static final String EXTENSION = "€[]{}^~|\\";

  @Test
  void every_character_of_the_basic_table_takes_one_septet() {
    assertThat(BASIC).hasSize(127);
    assertThat(Gsm7.allGsm7(BASIC)).isTrue();
    assertThat(Gsm7.septets(BASIC)).isEqualTo(127);
  }

  @Test
  void every_character_of_the_extension_table_takes_two() {
    assertThat(Gsm7.allGsm7(EXTENSION)).isTrue();
    assertThat(Gsm7.septets(EXTENSION)).isEqualTo(2 * EXTENSION.length());
  }

  @Test
  void a_text_in_the_alphabet_stays_as_it_is() {
    assertThat(Gsm7.plain(BASIC + EXTENSION)).isEqualTo(BASIC + EXTENSION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ç", "‘", "’", "“", "—", "…", "`", "\t", "\u00A0", "é\u0301", "ş", "ع", "😀", "\uFFFF"
      })
  void what_phones_cannot_show_is_noticed(String text) {
    assertThat(Gsm7.allGsm7(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          don’t             | don't
          ‘maji’            | 'maji'
          “maji”            | "maji"
          Ng`ombe           | Ng'ombe
          Ngʼombe           | Ng'ombe
          2013–2027         | 2013-2027
          maji — sasa       | maji - sasa
          subiri…           | subiri...
          façade            | facade
          Ŵajir ş č ā       | Wajir s c a
          e\u0301 café      | é café
          o\u0323 n\u0304   | o n
          ５ ㎏              | 5 kg
          maji 😀 safi      | maji ? safi
          👩‍👧                | ??
          ٢٠٢٧              | 2027
          مياه              | ????
          €5 [a] {b} ~ ç    | €5 [a] {b} ~ c
          """)
  void what_phones_cannot_show_is_made_plain(String text, String plain) {
    assertThat(Gsm7.plain(text)).isEqualTo(plain);
  }

  @Test
  void a_tab_and_a_hard_space_are_spaces() {
    assertThat(Gsm7.plain("maji\tsafi\u00A0sasa")).isEqualTo("maji safi sasa");
  }

  @Test
  void whatever_is_typed_comes_out_in_the_alphabet() {
    var random = Chance.printed("Gsm7Test");

    for (var trial = 0; trial < 2_000; trial++) {
      var plain = Gsm7.plain(Chance.anything(random, 60));

      assertThat(Gsm7.allGsm7(plain)).as(plain).isTrue();
    }
  }
}
