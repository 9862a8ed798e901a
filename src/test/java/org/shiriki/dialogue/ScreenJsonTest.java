package org.shiriki.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiriki.dialogue.KioskScreen.Confirm;

class ScreenJsonTest {
  private final ScreenJson json = new ScreenJson(List.of(new KioskScreens()));

  @Test
  void a_screen_is_named_by_its_room_and_record() {
    assertThat(json.write(new Confirm("maji")))
        .isEqualTo("{\"screen\":\"dialogue.Confirm\",\"words\":\"maji\"}");
  }

  @Test
  void what_was_written_is_read_back() {
    var confirm = new Confirm("maji \"machafu\" 😀 \u0000 *");

    assertThat(json.read(json.write(confirm), Screen.class)).contains(confirm);
  }

  @Test
  void a_screen_that_is_no_more_reads_as_nothing() {
    assertThat(json.read("{\"screen\":\"dialogue.Cellar\"}", Screen.class)).isEmpty();
  }

  @Test
  void a_screen_that_knows_less_than_it_needs_now_reads_as_nothing() {
    assertThat(json.read("{\"screen\":\"dialogue.Confirm\"}", Screen.class)).isEmpty();
  }

  @Test
  void what_a_screen_no_longer_needs_is_passed_over() {
    assertThat(
            json.read(
                "{\"screen\":\"dialogue.Confirm\",\"words\":\"maji\",\"tone\":1}", Screen.class))
        .contains(new Confirm("maji"));
  }

  @Test
  void what_is_no_json_reads_as_nothing() {
    assertThat(json.read("maji", Screen.class)).isEmpty();
    assertThat(json.read("", Conversation.class)).isEmpty();
  }
}
