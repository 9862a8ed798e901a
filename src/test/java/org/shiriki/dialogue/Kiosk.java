package org.shiriki.dialogue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.HouseScreens.Entry;
import org.shiriki.dialogue.HouseScreens.Menu;
import org.shiriki.dialogue.KioskScreen.AskWords;
import org.shiriki.dialogue.KioskScreen.Counter;
import org.shiriki.dialogue.KioskScreen.Door;
import org.shiriki.dialogue.KioskScreen.LongRead;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;

/// A house with a kiosk in it, and somebody at the phone.
final class Kiosk {
  static final Caller STRANGER = Caller.STRANGER;
  static final Caller AMINA = Caller.STRANGER.speaking(Language.ENGLISH);

  private final KioskScreens screens = new KioskScreens();
  private final Dialogue dialogue;
  private final ScreenJson json;

  Kiosk() {
    var menu =
        new Menu(
            Text.same("Main"),
            List.of(
                new Entry(Text.same("Counter"), new Counter()),
                new Entry(Text.same("Write"), new AskWords())));
    List<Screens<?>> rooms = List.of(new HouseScreens(menu, menu, new LongRead()), screens);
    dialogue = new Dialogue(rooms, new Door());
    json = new ScreenJson(rooms);
  }

  List<String> taken() {
    return screens.taken();
  }

  Reply dial(Caller caller, String keys) {
    return redial(caller, keys, null);
  }

  Reply redial(Caller caller, String keys, @Nullable Reply dropped) {
    return dialogue.begin(
        turn(caller), keys, dropped == null ? null : stored(dropped.conversation()));
  }

  /// Dials as Amina, who is known, and sends these answers one by one.
  Reply after(String... answers) {
    return then(dial(AMINA, ""), answers);
  }

  Reply then(Reply reply, String... answers) {
    var last = reply;
    for (var typed : answers) {
      last = dialogue.answer(stored(last.conversation()), typed, turn(STRANGER));
    }
    return last;
  }

  private Conversation stored(Conversation conversation) {
    return json.read(json.write(conversation), Conversation.class).orElseThrow();
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
