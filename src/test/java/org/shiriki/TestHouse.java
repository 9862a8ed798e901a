package org.shiriki;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shiriki.alert.AlertHolding;
import org.shiriki.alert.AlertScreen.ChooseAlert;
import org.shiriki.alert.AlertScreens;
import org.shiriki.alert.Alerts;
import org.shiriki.alert.InMemoryAlerts;
import org.shiriki.citizen.CitizenScreen.AboutUs;
import org.shiriki.citizen.CitizenScreen.ChooseCounty;
import org.shiriki.citizen.CitizenScreen.ChooseLanguage;
import org.shiriki.citizen.CitizenScreen.MyData;
import org.shiriki.citizen.CitizenScreen.WardKept;
import org.shiriki.citizen.CitizenScreens;
import org.shiriki.citizen.Holding;
import org.shiriki.citizen.InMemoryCitizens;
import org.shiriki.concern.ConcernScreen.ChooseCategory;
import org.shiriki.concern.ConcernScreen.MyReports;
import org.shiriki.concern.ConcernScreens;
import org.shiriki.concern.DirectoryFile;
import org.shiriki.concern.InMemoryConcerns;
import org.shiriki.concern.Reference;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Conversation;
import org.shiriki.dialogue.Dialogue;
import org.shiriki.dialogue.HouseScreen.More;
import org.shiriki.dialogue.HouseScreens;
import org.shiriki.dialogue.HouseScreens.Entry;
import org.shiriki.dialogue.HouseScreens.Menu;
import org.shiriki.dialogue.Reply;
import org.shiriki.dialogue.Screen;
import org.shiriki.dialogue.ScreenJson;
import org.shiriki.dialogue.Screens;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.Turn;
import org.shiriki.dialogue.View;
import org.shiriki.information.HelpLines;
import org.shiriki.information.InMemoryHelpLines;
import org.shiriki.information.InMemoryTopics;
import org.shiriki.information.InformationScreen.ChooseTopic;
import org.shiriki.information.InformationScreen.HelpNumbers;
import org.shiriki.information.InformationScreens;
import org.shiriki.information.Topics;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.sms.InMemoryOutbox;

/// The whole house with its keepers in memory, as transcripts and the crawler play it.
///
/// A room joins by its keeper and a line in `rooms`, its first screen in the menu, its holding, and
/// those of its words that are alike in both languages. A conversation is stored as JSON after
/// every turn, and read back for the next.
public final class TestHouse {
  /// Where an entry leads whose room is still to come.
  private static final Screen TO_COME = new AboutUs();

  private static final Menu MAIN =
      new Menu(
          Text.of("Karibu Shiriki.", "Welcome to Shiriki."),
          List.of(
              entry("Taarifa", "Information", ChooseTopic.unlisted()),
              entry("Ripoti hoja", "Report a concern", new ChooseCategory()),
              entry("Maoni", "Opinion polls", TO_COME),
              entry("Arifa", "Alerts", ChooseAlert.unlisted()),
              entry("Ripoti zangu", "My reports", new MyReports()),
              entry("Zaidi", "More", new More())));

  private static final Menu MORE =
      new Menu(
          Text.of("Zaidi", "More"),
          List.of(
              entry("Lugha yangu", "My language", new ChooseLanguage()),
              entry("Wadi yangu", "My ward", new ChooseCounty(new WardKept())),
              entry("Faragha na data yangu", "Privacy and my data", new MyData()),
              entry("Nambari za msaada", "Help lines", new HelpNumbers()),
              entry("Kuhusu sisi", "About us", new AboutUs())));

  /// Words that are rightly alike in both languages, beside the names of places.
  static final Set<String> ALIKE =
      Set.of(
          "Kiswahili",
          "English",
          "Karibu Shiriki, sauti yako. Chagua lugha.\nWelcome. Choose a language.");

  private final TestClock clock = new TestClock(Town.MORNING);
  private final InMemoryCitizens citizens = new InMemoryCitizens(clock);
  private final InMemoryConcerns concerns =
      new InMemoryConcerns(this::consented, Reference.from(new Random(1)));
  private final InMemoryAlerts alerts =
      new InMemoryAlerts(Alerts.seed(Town.CONFIG), this::consented);
  private final InMemoryOutbox outbox = new InMemoryOutbox();
  private final List<Screens<?>> rooms = rooms();
  private final Dialogue dialogue = new Dialogue(rooms, new ChooseLanguage());
  private final ScreenJson json = new ScreenJson(rooms);
  private int turns;

  private List<Screens<?>> rooms() {
    var directory = DirectoryFile.read(Town.CONFIG, Town.PLACES);
    var topics = new InMemoryTopics(Topics.seed(Town.CONFIG));
    var helpLines = new InMemoryHelpLines(HelpLines.seed(Town.CONFIG));
    List<Holding> holdings = List.of(concerns, new AlertHolding(alerts));
    return List.of(
        new HouseScreens(MAIN, MORE, new HelpNumbers()),
        new CitizenScreens(citizens, Town.PLACES, holdings),
        new InformationScreens(topics, helpLines, outbox),
        new ConcernScreens(concerns, () -> directory, Town.PLACES),
        new AlertScreens(alerts, Town.PLACES));
  }

  private static Entry entry(String sw, String en, Screen opens) {
    return new Entry(Text.of(sw, en), opens);
  }

  private boolean consented(PhoneKey key) {
    return citizens.recognise(key).consented();
  }

  TestClock clock() {
    return clock;
  }

  List<Screens<?>> everyRoom() {
    return rooms;
  }

  ScreenJson json() {
    return json;
  }

  /// What the door does with a call.
  Reply dial(Phone phone, String keys, @Nullable String dropped) {
    return dialogue.begin(turn(phone), keys, dropped == null ? null : read(dropped));
  }

  /// What the door does with an answer.
  Reply answer(Phone phone, String stored, String typed) {
    return dialogue.answer(read(stored), typed, turn(phone));
  }

  /// What a screen shows, in both languages.
  View view(Phone phone, Conversation conversation) {
    var turn = turn(phone, conversation.caller());
    var screen = conversation.stack().getLast().screen();
    return rooms.stream()
        .filter(room -> room.family().isInstance(screen))
        .findFirst()
        .map(room -> view(room, screen, turn))
        .orElseThrow();
  }

  private static <S extends Screen> View view(Screens<S> room, Screen screen, Turn turn) {
    return room.show(room.family().cast(screen), turn);
  }

  private Turn turn(Phone phone) {
    return turn(phone, citizens.recognise(Town.VAULT.keyOf(phone)));
  }

  private Turn turn(Phone phone, Caller caller) {
    turns++;
    return new Turn("turn-" + turns, phone, Town.VAULT.keyOf(phone), caller, clock.instant());
  }

  String store(Reply reply) {
    return json.write(reply.conversation());
  }

  private Conversation read(String stored) {
    return json.read(stored, Conversation.class).orElseThrow();
  }
}
