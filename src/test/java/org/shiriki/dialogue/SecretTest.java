package org.shiriki.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiriki.dialogue.HouseScreens.Entry;
import org.shiriki.dialogue.HouseScreens.Menu;
import org.shiriki.dialogue.KioskScreen.Counter;
import org.shiriki.dialogue.KioskScreen.Door;
import org.shiriki.dialogue.KioskScreen.Kept;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;

/// What a secret answer leaves behind.
class SecretTest {
  private static final Caller AMINA = Caller.STRANGER.speaking(Language.ENGLISH);

  /// A counter that asks for a PIN.
  private static final class Guarded implements Screens<KioskScreen> {
    @Override
    public Class<KioskScreen> family() {
      return KioskScreen.class;
    }

    @Override
    public View show(KioskScreen screen, Turn turn) {
      return screen instanceof Counter
          ? View.of(Text.same("PIN?")).secret(_ -> Step.go(new Kept(1)))
          : View.of(Text.same("Open"));
    }
  }

  private final Dialogue dialogue;
  private final ScreenJson json;

  SecretTest() {
    var menu = new Menu(Text.same("Main"), List.of(new Entry(Text.same("Counter"), new Counter())));
    List<Screens<?>> rooms = List.of(new HouseScreens(menu, menu, new Counter()), new Guarded());
    dialogue = new Dialogue(rooms, new Door());
    json = new ScreenJson(rooms);
  }

  @Test
  void a_secret_answer_is_heard_and_not_kept() {
    var asked = dialogue.answer(dial("").conversation(), "1", turn(AMINA));

    var reply = dialogue.answer(asked.conversation(), "0412", turn(AMINA));

    assertThat(reply.text()).startsWith("Open");
    assertThat(reply.heard()).hasSize(4).doesNotContainPattern("[0-9]");
    assertThat(json.write(reply.conversation())).doesNotContain("0412");
  }

  @Test
  void of_several_answers_at_once_only_the_secret_is_masked() {
    var reply = dialogue.answer(dial("").conversation(), "1*0412*0", turn(AMINA));

    assertThat(reply.heard()).hasSize(8).startsWith("1*").endsWith("*0").doesNotContain("0412");
  }

  @Test
  void a_secret_that_was_dialled_ahead_is_played_and_not_kept() {
    var reply = dial("1*0412");

    assertThat(reply.text()).startsWith("Open");
    assertThat(reply.heard()).hasSize(6).startsWith("1*").doesNotContain("0412");
  }

  @Test
  void keys_dialled_ahead_that_have_to_wait_keep_no_secret() {
    var reply = dialogue.begin(turn(Caller.STRANGER), "1*0412", null);

    assertThat(reply.heard()).hasSize(6).doesNotContain("0412");
    assertThat(json.write(reply.conversation())).doesNotContain("0412");
  }

  private Reply dial(String keys) {
    return dialogue.begin(turn(AMINA), keys, null);
  }

  private static Turn turn(Caller caller) {
    return new Turn(
        "turn",
        new Phone("+254700000001"),
        new PhoneKey("amina"),
        caller,
        Instant.parse("2026-11-21T06:00:00Z"));
  }
}
