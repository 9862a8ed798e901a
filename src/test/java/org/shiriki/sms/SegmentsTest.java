package org.shiriki.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shiriki.dialogue.Gsm7;
import org.shiriki.sms.Segments.Alphabet;

class SegmentsTest {
  /// Known cases: a character, how many of it, the alphabet, units and parts.
  @ParameterizedTest
  @CsvSource({
    "a, 0, GSM7, 0, 1",
    "a, 1, GSM7, 1, 1",
    "a, 160, GSM7, 160, 1",
    "a, 161, GSM7, 161, 2",
    "a, 306, GSM7, 306, 2",
    "a, 307, GSM7, 307, 3",
    "a, 459, GSM7, 459, 3",
    "a, 460, GSM7, 460, 4",
    "é, 160, GSM7, 160, 1",
    "à, 160, GSM7, 160, 1",
    "€, 80, GSM7, 160, 1",
    "€, 81, GSM7, 162, 2",
    "€, 152, GSM7, 304, 2",
    "€, 153, GSM7, 306, 3",
    "[, 80, GSM7, 160, 1",
    "ŵ, 1, UCS2, 1, 1",
    "ŵ, 70, UCS2, 70, 1",
    "ŵ, 71, UCS2, 71, 2",
    "ŵ, 134, UCS2, 134, 2",
    "ŵ, 135, UCS2, 135, 3",
    "😀, 35, UCS2, 70, 1",
    "😀, 36, UCS2, 72, 2",
    "😀, 66, UCS2, 132, 2",
    "😀, 67, UCS2, 134, 3"
  })
  void a_text_takes_as_many_parts_as_the_standard_says(
      String letter, int times, Alphabet alphabet, int units, int parts) {
    var counted = Segments.of(letter.repeat(times));

    assertThat(List.of(counted.alphabet(), counted.units(), counted.parts()))
        .containsExactly(alphabet, units, parts);
  }

  @Test
  void the_characters_that_make_a_text_dear_are_named_once_in_their_order() {
    var counted = Segments.of("Maji “safi” – ŵiki 😀 ijayo “kesho”");

    assertThat(counted.forcing()).containsExactly("“", "”", "–", "ŵ", "😀");
    assertThat(Segments.of(Segments.cheaper("Maji “safi” – wiki")).alphabet())
        .isEqualTo(Alphabet.GSM7);
  }

  @Test
  void an_escape_is_never_torn_from_its_character() {
    var first = "a".repeat(152) + "€" + "a".repeat(151) + "a";

    assertThat(Segments.of(first).units()).isEqualTo(306);
    assertThat(Segments.of(first).parts()).isEqualTo(3);
  }

  @Test
  void no_text_takes_fewer_parts_than_it_has_room_in_nor_many_more() {
    var seed = System.nanoTime();
    var chance = new Random(seed);
    for (var round = 0; round < 2_000; round++) {
      var letters = chance.nextBoolean() ? "abc €{é" : "abc €{éŵ😀";
      var points = letters.codePoints().toArray();
      var text =
          IntStream.range(0, chance.nextInt(700))
              .map(_ -> points[chance.nextInt(points.length)])
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();

      var counted = Segments.of(text);

      var gsm7 = Gsm7.allGsm7(text);
      var units = gsm7 ? Gsm7.septets(text) : text.length();
      var room = gsm7 ? 153 : 67;
      assertThat(counted.units()).as("seed " + seed).isEqualTo(units);
      assertThat(counted.parts())
          .as("seed " + seed)
          .isBetween(
              units <= (gsm7 ? 160 : 70) ? 1 : Math.ceilDiv(units, room),
              units <= (gsm7 ? 160 : 70) ? 1 : Math.ceilDiv(units, room - 1));
    }
  }
}
