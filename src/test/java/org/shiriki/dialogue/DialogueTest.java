package org.shiriki.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shiriki.dialogue.Reply.Outcome;

class DialogueTest {
  private final Kiosk kiosk = new Kiosk();

  @Test
  void a_stranger_is_welcomed_first() {
    var reply = kiosk.dial(Kiosk.STRANGER, "");

    assertThat(reply.text()).startsWith("Door\n1. Enter");
  }

  @Test
  void somebody_known_sees_the_main_menu() {
    var reply = kiosk.dial(Kiosk.AMINA, "");

    assertThat(reply.text()).isEqualTo("Main\n1. Counter\n2. Write\n0 Exit");
    assertThat(reply.open()).isTrue();
  }

  @Test
  void a_key_opens_what_stands_behind_it() {
    var reply = kiosk.after("1");

    assertThat(reply.text()).startsWith("Counter");
    assertThat(reply.outcome()).isEqualTo(Outcome.SHOWN);
  }

  @Test
  void the_room_that_was_answered_is_told() {
    assertThat(kiosk.after("1").room()).isEqualTo("dialogue");
  }

  @Test
  void zero_goes_one_screen_back() {
    assertThat(kiosk.after("1", "1", "0").text()).startsWith("Counter");
  }

  @Test
  void zero_on_the_main_menu_leaves() {
    var reply = kiosk.after("0");

    assertThat(reply.open()).isFalse();
    assertThat(reply.text()).isEqualTo("Thank you for taking part. Welcome again.");
  }

  @Test
  void double_zero_goes_to_the_main_menu_from_anywhere() {
    assertThat(kiosk.after("1", "1", "maji machafu", "00").text()).startsWith("Main");
  }

  @Test
  void after_double_zero_there_is_nothing_to_go_back_to() {
    assertThat(kiosk.after("1", "1", "00", "0").open()).isFalse();
  }

  @Test
  void ninety_nine_leaves_from_anywhere() {
    var reply = kiosk.after("1", "1", "99");

    assertThat(reply.open()).isFalse();
    assertThat(reply.outcome()).isEqualTo(Outcome.ENDED);
  }

  @Test
  void ninety_eight_turns_the_page_and_zero_turns_it_back() {
    var first = kiosk.after("1", "3");

    var second = kiosk.then(first, "98");
    var back = kiosk.then(second, "0");

    assertThat(second.text()).isNotEqualTo(first.text()).contains("neno");
    assertThat(back.text()).isEqualTo(first.text());
  }

  @Test
  void zero_on_the_first_page_leaves_the_text() {
    assertThat(kiosk.after("1", "3", "98", "0", "0").text()).startsWith("Counter");
  }

  @Test
  void ninety_eight_on_the_last_page_says_that_it_is_the_last() {
    var last = kiosk.after("1", "3");
    while (last.text().contains("98 More")) {
      last = kiosk.then(last, "98");
    }

    var reply = kiosk.then(last, "98");

    assertThat(reply.text()).startsWith("This is the last page.\n");
  }

  @Test
  void ninety_eight_where_there_is_one_page_only_is_a_wrong_key() {
    assertThat(kiosk.after("1", "98").text()).startsWith("Not a choice here.\nCounter");
  }

  @Test
  void a_wrong_key_shows_the_same_screen_and_says_so() {
    var reply = kiosk.after("1", "7");

    assertThat(reply.text()).startsWith("Not a choice here.\nCounter\n1. Write");
    assertThat(reply.outcome()).isEqualTo(Outcome.WRONG_KEY);
  }

  @Test
  void a_wrong_key_keeps_the_page() {
    var second = kiosk.after("1", "3", "98");

    var reply = kiosk.then(second, "7");

    assertThat(reply.text()).startsWith("Not a choice here.\n");
    assertThat(kiosk.then(reply, "0").text()).isEqualTo(kiosk.after("1", "3").text());
  }

  @Test
  void three_wrong_keys_in_a_row_offer_help() {
    var reply = kiosk.after("1", "7", "8", "x");

    assertThat(reply.text()).startsWith("Stuck?").contains("1. Try again", "2. Help lines");
    assertThat(kiosk.then(reply, "1").text()).startsWith("Counter");
  }

  @Test
  void wrong_keys_are_forgotten_once_a_key_is_right() {
    assertThat(kiosk.after("1", "7", "8", "1", "0", "7").text()).startsWith("Not a choice here.");
  }

  @Test
  void wrong_keys_are_forgotten_once_a_page_is_turned() {
    assertThat(kiosk.after("1", "3", "7", "8", "98", "7").text()).startsWith("Not a choice here.");
  }

  @Test
  void after_a_wrong_key_on_a_long_text_no_word_is_missed() {
    var reply = kiosk.after("1", "3", "7");

    var read = new StringBuilder(body(reply).replaceFirst("Not a choice here.\n", ""));
    while (reply.text().contains("98 More")) {
      reply = kiosk.then(reply, "98");
      read.append(' ').append(body(reply));
    }

    assertThat(read).hasToString(KioskScreens.READ);
  }

  @Test
  void keys_with_stars_are_played_one_after_another_on_menus() {
    assertThat(kiosk.after("1*3*98").text()).isEqualTo(kiosk.after("1", "3", "98").text());
  }

  @Test
  void a_wrong_key_among_several_stops_there() {
    var reply = kiosk.after("1*7*1");

    assertThat(reply.text()).startsWith("Not a choice here.\nCounter");
  }

  @Test
  void nothing_is_played_after_leaving() {
    assertThat(kiosk.after("99*1").open()).isFalse();
  }

  @Test
  void a_star_at_the_end_asks_for_nothing_more() {
    assertThat(kiosk.after("1*").text()).startsWith("Counter");
  }

  @Test
  void a_sentence_is_taken_whole_with_its_stars() {
    assertThat(kiosk.after("2", " 2*maji*machafu ").text()).startsWith("2*maji*machafu\n1. Keep");
  }

  @Test
  void keys_ahead_of_a_sentence_are_played_and_the_sentence_stays_whole() {
    assertThat(kiosk.after("1*1*maji * chafu").text()).startsWith("maji * chafu\n1. Keep");
  }

  @Test
  void a_sentence_that_is_no_answer_is_asked_for_again() {
    var reply = kiosk.after("2", "ab");

    assertThat(reply.text()).startsWith("Write a little more.\nWrite a sentence");
  }

  @Test
  void the_keys_work_where_a_sentence_is_asked_for() {
    assertThat(kiosk.after("2", "0").text()).startsWith("Main");
  }

  @Test
  void where_a_name_may_be_typed_a_number_is_still_a_choice() {
    assertThat(kiosk.after("1", "2", "1").text()).startsWith("neno");
    assertThat(kiosk.after("1", "2", "kisauni").text()).startsWith("kisauni");
  }

  @Test
  void where_a_name_may_be_typed_a_number_that_is_no_choice_is_a_wrong_key() {
    assertThat(kiosk.after("1", "2", "8").text()).startsWith("Not a choice here.\nSearch");
  }

  @Test
  void where_a_sentence_is_asked_for_a_number_is_one() {
    assertThat(kiosk.after("2", "911").text()).startsWith("911\n1. Keep");
  }

  @Test
  void what_is_done_is_done_once_and_back_leads_home() {
    var done = kiosk.after("2", "maji machafu", "1");

    var back = kiosk.then(done, "0");

    assertThat(done.text()).startsWith("Kept as 1");
    assertThat(done.outcome()).isEqualTo(Outcome.DONE);
    assertThat(back.text()).startsWith("Main");
    assertThat(kiosk.taken()).containsExactly("maji machafu");
  }

  private static String body(Reply reply) {
    return reply.text().substring(0, reply.text().lastIndexOf('\n'));
  }
}
