package org.shiriki.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What holds for any screen, whatever is on it.
class LayoutPropertiesTest {
  private static final int TRIALS = 3_000;
  private static final int LONGEST_WHOLE = 100;

  @Test
  void any_screen_makes_pages_that_a_phone_can_show() {
    var random = Chance.printed("pages that a phone can show");

    for (var trial = 0; trial < TRIALS; trial++) {
      var view = anyView(random);
      var language = anyLanguage(random);
      var notice = random.nextBoolean() ? "" : Chance.words(random, 6, 9);

      var pages = LayoutTest.pages(view, language, notice);

      assertThat(pages)
          .allSatisfy(page -> {
            assertThat(Gsm7.septets("CON " + page)).isLessThanOrEqualTo(160);
            assertThat(Gsm7.allGsm7(page)).isTrue();
          });
      assertKeysLast(pages, language);
    }
  }

  @Test
  void all_words_are_there_in_order_and_none_is_torn() {
    var random = Chance.printed("all words are there");

    for (var trial = 0; trial < TRIALS; trial++) {
      var text = Chance.words(random, 80, 24);
      var labels = labels(random);
      var view = LayoutTest.view(text, labels);

      var pages = LayoutTest.pages(view, anyLanguage(random), "");

      assertThat(words(withoutKeys(pages))).isEqualTo(expected(text, labels));
    }
  }

  @Test
  void an_options_line_is_never_broken_where_it_fits_a_page() {
    var random = Chance.printed("an option's line");

    for (var trial = 0; trial < TRIALS; trial++) {
      var labels = labels(random);
      var view = LayoutTest.view(Chance.words(random, 30, 9), labels);

      var lines =
          String.join("\n", LayoutTest.pages(view, anyLanguage(random), "")).lines().toList();

      for (var number = 1; number <= labels.length; number++) {
        assertThat(lines).contains(number + ". " + labels[number - 1]);
      }
    }
  }

  @Test
  void a_notice_is_shown_and_hides_nothing() {
    var random = Chance.printed("a notice");

    for (var trial = 0; trial < TRIALS; trial++) {
      var text = Chance.words(random, 80, 24);

      var pages = LayoutTest.pages(LayoutTest.view(text), anyLanguage(random), "Tafadhali andika.");

      assertThat(pages.getFirst()).startsWith("Tafadhali andika.\n");
      assertThat(words(withoutKeys(pages)).stream().skip(2))
          .containsExactlyElementsOf(expected(text));
    }
  }

  private static View anyView(Random random) {
    var view = View.of(anyText(random));
    for (var option = random.nextInt(12); option > 0; option--) {
      view = view.option(anyText(random), Step::home);
    }
    return view;
  }

  private static Text anyText(Random random) {
    return Text.of(Chance.anything(random, 300), Chance.anything(random, 300));
  }

  private static String[] labels(Random random) {
    return Stream.generate(() -> Chance.words(random, 5, 12).replace('\n', ' '))
        .filter(label -> Gsm7.septets(label) <= LONGEST_WHOLE)
        .limit(random.nextInt(15))
        .toArray(String[]::new);
  }

  private static Language anyLanguage(Random random) {
    return random.nextBoolean() ? Language.KISWAHILI : Language.ENGLISH;
  }

  private static void assertKeysLast(List<String> pages, Language language) {
    var keys = Text.of("0 Rudi 00 Mwanzo", "0 Back 00 Home").in(language);
    var more = Text.of("98 Mbele ", "98 More ").in(language) + keys;
    assertThat(pages.getLast()).endsWith('\n' + keys).doesNotEndWith('\n' + more);
    assertThat(pages.subList(0, pages.size() - 1)).allMatch(page -> page.endsWith('\n' + more));
  }

  private static String withoutKeys(List<String> pages) {
    var texts = new ArrayList<String>();
    pages.forEach(page -> texts.add(page.substring(0, page.lastIndexOf('\n'))));
    return String.join("\n", texts);
  }

  private static List<String> expected(String text, String... labels) {
    var numbered = new ArrayList<>(List.of(text));
    for (var label : labels) {
      numbered.add(numbered.size() + ". " + label);
    }
    return words(String.join("\n", numbered));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[ \n]")).toList();
  }
}
