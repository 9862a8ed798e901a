package org.shiriki.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shiriki.dialogue.Language.ENGLISH;
import static org.shiriki.dialogue.Language.KISWAHILI;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {
  private static final String LONG_WORD = "x".repeat(300);

  @Test
  void a_short_screen_is_a_text_its_options_and_the_keys() {
    var view = view("Karibu", "Taarifa", "Maoni");

    assertThat(pages(view, KISWAHILI, ""))
        .containsExactly("Karibu\n1. Taarifa\n2. Maoni\n0 Rudi 00 Mwanzo");
  }

  @Test
  void on_the_main_menu_zero_leaves() {
    var page = Layout.of(view("Welcome", "Information"), ENGLISH, true, Door.USSD).page(0, "");

    assertThat(page.text()).endsWith("\n0 Exit");
  }

  @Test
  void a_menu_without_a_title_begins_with_its_first_option() {
    assertThat(pages(view("", "Taarifa"), KISWAHILI, ""))
        .containsExactly("1. Taarifa\n0 Rudi 00 Mwanzo");
  }

  @Test
  void a_screen_without_a_word_still_has_its_keys() {
    assertThat(pages(view(""), ENGLISH, "")).containsExactly("\n0 Back 00 Home");
  }

  @Test
  void a_long_text_goes_on_with_98_and_ends_without_it() {
    var pages = pages(view("maji safi ".repeat(40).strip()), ENGLISH, "");

    assertThat(pages).hasSizeGreaterThan(2);
    assertThat(pages.subList(0, pages.size() - 1))
        .allMatch(page -> page.endsWith("\n98 More 0 Back 00 Home"));
    assertThat(pages.getLast()).endsWith("\n0 Back 00 Home").doesNotContain("98 More");
  }

  @Test
  void a_page_breaks_after_a_sentence_where_one_ends_in_its_second_half() {
    var sentence = "This is a sentence of some length that fills a part of the page.";

    var pages =
        pages(view((sentence + " ").repeat(3) + "And this is the end of it all."), ENGLISH, "");

    assertThat(pages.getFirst()).startsWith(sentence + " " + sentence + "\n98");
  }

  @Test
  void a_block_is_not_torn_where_it_fits_the_next_page() {
    var block = "word ".repeat(14).strip();

    var pages = pages(view(block + "\f" + block + ". More\f" + block), ENGLISH, "");

    assertThat(pages.getFirst()).startsWith(block + "\n98");
  }

  @Test
  void an_option_is_whole_on_one_page() {
    var label = "Barabara ya kwenda hospitali ya wilaya";

    var pages = pages(view("Chagua", label, label, label, label, label), KISWAHILI, "");

    assertThat(String.join("\n", pages).lines().filter(line -> line.matches("\\d\\. " + label)))
        .hasSize(5);
  }

  @Test
  void a_word_longer_than_a_page_is_cut_into_pages() {
    var pages = pages(view(LONG_WORD), ENGLISH, "");

    assertThat(pages).hasSize(3);
    assertThat(String.join("", pages).chars().filter(letter -> letter == 'x')).hasSize(300);
  }

  @Test
  void what_the_alphabet_lacks_is_shown_plain() {
    assertThat(pages(view("“Maji” 😀…", "Ça va"), ENGLISH, ""))
        .containsExactly("\"Maji\" ?...\n1. Ça va\n0 Back 00 Home");
  }

  @Test
  void brackets_count_twice() {
    var pages = pages(view("[x] ".repeat(24).strip()), ENGLISH, "");

    assertThat(pages).hasSize(2).allMatch(page -> Gsm7.septets("CON " + page) <= 160);
  }

  @Test
  void a_notice_stands_first_and_the_rest_moves_to_the_next_page() {
    var view = view("maji safi ".repeat(13).strip());

    var page = Layout.of(view, ENGLISH, false, Door.USSD).page(0, "Not a choice here.");

    assertThat(page.text()).startsWith("Not a choice here.\nmaji").contains("98 More");
    assertThat(Gsm7.septets("CON " + page.text())).isLessThanOrEqualTo(160);
  }

  @Test
  void a_notice_gives_way_where_the_line_below_it_needs_the_whole_page() {
    var page = Layout.of(view(LONG_WORD), ENGLISH, false, Door.USSD).page(0, "Not a choice here.");

    assertThat(Gsm7.septets("CON " + page.text())).isLessThanOrEqualTo(160);
  }

  @Test
  void a_page_that_is_no_more_is_the_first_page() {
    var layout = Layout.of(view("Karibu"), ENGLISH, false, Door.USSD);

    assertThat(layout.page(99, "")).isEqualTo(layout.page(0, ""));
  }

  @Test
  void last_words_stand_alone_on_one_page() {
    var words = Text.same("kwaheri ".repeat(40).strip());

    var text = Layout.farewell(words, ENGLISH, Door.USSD);

    assertThat(text).startsWith("kwaheri").endsWith("kwaheri");
    assertThat(Gsm7.septets("END " + text)).isBetween(140, 160);
  }

  static View view(String text, String... labels) {
    var view = View.of(Text.same(text));
    for (var label : labels) {
      view = view.option(Text.same(label), Step::home);
    }
    return view;
  }

  /// All pages of a view, one after another.
  static List<String> pages(View view, Language language, String notice) {
    var layout = Layout.of(view, language, false, Door.USSD);
    var pages = new ArrayList<String>();
    var page = layout.page(0, notice);
    pages.add(page.text());
    while (!page.last()) {
      page = layout.page(page.next(), "");
      pages.add(page.text());
    }
    return pages;
  }
}
