package org.shiriki.dialogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shiriki.Town;
import org.shiriki.dialogue.HouseScreens.Entry;
import org.shiriki.dialogue.HouseScreens.Menu;
import org.shiriki.privacy.PhoneKey;

/// A phone in a test, on a house with one feature in it: key 1 of the main menu opens it.
///
/// The conversation is written as JSON and read back before every answer.
public final class Handset {
  /// What Amina, whose phone it is, is known by.
  public static final PhoneKey AMINA = Town.VAULT.keyOf(Town.AMINA);

  private final Dialogue dialogue;
  private final ScreenJson json;
  private final Supplier<Caller> caller;
  private Instant now = Town.MORNING;
  private int presses;
  private @Nullable Reply reply;

  /// A phone that is not yet used.
  ///
  /// @param caller what is known of the person, asked whenever they dial
  /// @param first what key 1 of the main menu opens
  public Handset(Supplier<Caller> caller, Screen first, Screens<?>... features) {
    var menu =
        new Menu(Text.same("Shiriki"), List.of(new Entry(Text.of("Huduma", "Service"), first)));
    var rooms = new ArrayList<Screens<?>>(List.of(features));
    rooms.add(new HouseScreens(menu, menu, first));
    this.dialogue = new Dialogue(rooms, first);
    this.json = new ScreenJson(rooms);
    this.caller = caller;
  }

  /// From now on it is this late.
  public Handset at(Instant moment) {
    now = moment;
    return this;
  }

  /// Dials and opens the feature, then sends these answers one by one.
  public Handset opens(String... answers) {
    reply = dialogue.begin(turn(caller.get()), "", null);
    return says("1").says(answers);
  }

  /// Sends these answers one by one.
  public Handset says(String... answers) {
    for (var answer : answers) {
      var before = shown().conversation();
      var stored = json.read(json.write(before), Conversation.class).orElseThrow();
      reply = dialogue.answer(stored, answer, turn(Caller.STRANGER));
    }
    return this;
  }

  /// What the phone shows, as it came over the wire.
  public String sees() {
    return (shown().open() ? "CON " : "END ") + shown().text();
  }

  /// The words of every page, from the one shown to the last, each without its keys.
  public List<String> pages() {
    var pages = new ArrayList<String>();
    while (true) {
      var page = shown().text();
      var keys = page.lastIndexOf('\n');
      pages.add(page.substring(0, keys));
      if (!page.substring(keys + 1).startsWith("98 ")) {
        return pages;
      }
      says("98");
    }
  }

  /// Whether the line's dropping here would lose something.
  public boolean holdsWork() {
    return shown().conversation().holdsWork();
  }

  private Reply shown() {
    if (reply == null) {
      throw new IllegalStateException("Nobody has dialled");
    }
    return reply;
  }

  private Turn turn(Caller known) {
    presses++;
    return new Turn("press-" + presses, Town.AMINA, AMINA, known, now);
  }
}
