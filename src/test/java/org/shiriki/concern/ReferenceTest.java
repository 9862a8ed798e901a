package org.shiriki.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {
  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int MANY = 500;

  @Test
  void a_reference_is_read_back_as_it_is_written() {
    assertThat(many())
        .allSatisfy(reference -> {
          assertThat(reference.written()).matches("[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{4}");
          assertThat(Reference.parse(reference.written())).contains(reference);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s-%s", "%s%s", " %s %s ", "%s - %s.", "%s–%s"})
  void dashes_spaces_and_small_letters_do_not_matter(String form) {
    assertThat(many())
        .allSatisfy(reference -> {
          var typed =
              form.formatted(reference.code().substring(0, 3), reference.code().substring(3));

          assertThat(Reference.parse(typed)).contains(reference);
          assertThat(Reference.parse(typed.toLowerCase(java.util.Locale.ROOT))).contains(reference);
        });
  }

  @Test
  void any_single_wrong_character_is_noticed() {
    assertThat(many())
        .allSatisfy(reference ->
            assertThat(withOneWrong(reference.code())).noneMatch(ReferenceTest::accepted));
  }

  @Test
  void any_two_characters_that_changed_places_are_noticed() {
    assertThat(many())
        .allSatisfy(
            reference -> assertThat(swapped(reference.code())).noneMatch(ReferenceTest::accepted));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "22", "2222222222", "ABC-DEFO", "IBC-DEFG", "habari yako", "*#1*2#3"})
  void what_is_no_reference_is_refused(String typed) {
    assertThat(Reference.parse(typed)).isEmpty();
    assertThatThrownBy(() -> new Reference(typed)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void every_character_is_drawn_for_every_place() {
    var drawn =
        new ArrayList<>(Stream.generate(() -> new ArrayList<Character>()).limit(7).toList());

    for (var reference : many()) {
      for (var at = 0; at < 7; at++) {
        drawn.get(at).add(reference.code().charAt(at));
      }
    }

    assertThat(drawn).allSatisfy(place -> assertThat(place).containsAll(characters()));
  }

  private static List<Character> characters() {
    return ALPHABET.chars().mapToObj(character -> (char) character).toList();
  }

  private static List<Reference> many() {
    var source = Reference.from(new Random(20261121));
    return Stream.generate(source::next).limit(MANY).toList();
  }

  private static boolean accepted(String code) {
    return Reference.parse(code).isPresent();
  }

  private static List<String> withOneWrong(String code) {
    var wrong = new ArrayList<String>();
    for (var at = 0; at < code.length(); at++) {
      for (var character : characters()) {
        if (character != code.charAt(at)) {
          wrong.add(code.substring(0, at) + character + code.substring(at + 1));
        }
      }
    }
    return wrong;
  }

  private static List<String> swapped(String code) {
    var swapped = new ArrayList<String>();
    for (var one = 0; one < code.length(); one++) {
      for (var other = one + 1; other < code.length(); other++) {
        var changed = new StringBuilder(code);
        changed.setCharAt(one, code.charAt(other));
        changed.setCharAt(other, code.charAt(one));
        if (!changed.toString().equals(code)) {
          swapped.add(changed.toString());
        }
      }
    }
    return swapped;
  }
}
