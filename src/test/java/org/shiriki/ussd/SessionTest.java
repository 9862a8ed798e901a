package org.shiriki.ussd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Conversation;
import org.shiriki.dialogue.Frame;
import org.shiriki.dialogue.HouseScreen.MainMenu;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;

/// The tail of the carrier's text, which only ever grows.
class SessionTest {
  private static final Instant NOON = Instant.parse("2026-11-21T09:00:00Z");
  private static final Conversation MENU =
      new Conversation(Caller.STRANGER, List.of(new Frame(new MainMenu(), List.of(0), 0)), 0, "");

  private static Session at(String text) {
    var hop =
        new Hop(
            new SessionId("s"), new Phone("+254700000001"), "*384*50#", "", text, Duration.ZERO);
    return Session.begin(hop, hop.text(), new PhoneKey("amina"), NOON, MENU, new Answer("", true));
  }

  @ParameterizedTest(name = "after <{0}> the text <{1}> says <{2}>")
  @CsvSource({
    "'', 1, 1",
    "1, 1*2, 2",
    "1, 1*2*3, 2*3",
    "1*2, 1*2*Maji * hayatoki, Maji * hayatoki",
    "1, 1*, ''",
    "1*, 1**2, 2",
    "1*2, 1*9*3, 3",
    "12, 1*2, 2"
  })
  void the_answer_is_what_came_since(String before, String after, String said) {
    assertThat(at(before).tail(after)).isEqualTo(said);
  }

  @ParameterizedTest(name = "after <{0}> the late text <{1}> is nothing new")
  @CsvSource({"1*2*3, 1*2", "1*2*3, 1", "1*2, ''", "1*2, 1*9", "1*2, 7"})
  void a_late_text_presses_no_key(String before, String late) {
    assertThat(at(before).answerTo(late)).contains(at(before).answer());
  }

  @Test
  void whatever_is_typed_the_tail_is_what_was_typed_last() {
    var seed = System.nanoTime();
    var random = new Random(seed);
    for (var round = 0; round < 2_000; round++) {
      var session = at(typed(random));
      var answer = typed(random);

      var text = session.text().isEmpty() ? answer : session.text() + '*' + answer;

      assertThat(session.tail(text)).as("seed %d", seed).isEqualTo(answer);
    }
  }

  private static String typed(Random random) {
    var letters = "1290*# a\u00e9+&%\u4e2d";
    var typed = new StringBuilder();
    for (var length = random.nextInt(12); length > 0; length--) {
      typed.append(letters.charAt(random.nextInt(letters.length())));
    }
    return typed.toString();
  }

  @Test
  void a_masked_answer_leaves_nothing_to_read_and_the_tail_as_it_was() {
    var kept = at("5*1").next("5*1*0412", "••••", NOON, MENU, new Answer("", true));

    assertThat(kept.text()).isEqualTo("5*1*••••");
    assertThat(kept.tail("5*1*0412*2")).isEqualTo("2");
    assertThat(kept.answerTo("5*1*0412")).contains(kept.answer());
    assertThat(kept.next("5*1*0412*2", "2", NOON, MENU, new Answer("", true)).text())
        .isEqualTo("5*1*••••*2");
  }

  @Test
  void a_text_that_does_not_continue_what_is_kept_is_masked_but_for_its_tail() {
    var kept = at("1*2").next("0412*9*3", "3", NOON, MENU, new Answer("", true));

    assertThat(kept.text()).isEqualTo("•••••••3");
    assertThat(kept.tail("0412*9*3*4")).isEqualTo("4");
  }
}
