package org.shiriki;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shiriki.alert.AlertHolding;
import org.shiriki.alert.AlertScreens;
import org.shiriki.alert.Alerts;
import org.shiriki.alert.InMemoryAlerts;
import org.shiriki.citizen.CitizenScreen.ChooseLanguage;
import org.shiriki.citizen.CitizenScreens;
import org.shiriki.citizen.DataScreens;
import org.shiriki.citizen.Holding;
import org.shiriki.citizen.InMemoryCitizens;
import org.shiriki.citizen.InMemoryDataRequests;
import org.shiriki.citizen.InMemoryGuesses;
import org.shiriki.citizen.PgMessages;
import org.shiriki.concern.CategoryWords;
import org.shiriki.concern.ConcernKeywords;
import org.shiriki.concern.ConcernScreens;
import org.shiriki.concern.FollowScreens;
import org.shiriki.concern.InMemoryConcerns;
import org.shiriki.concern.InMemoryPins;
import org.shiriki.concern.InMemoryReplies;
import org.shiriki.concern.InMemoryVerdicts;
import org.shiriki.concern.InMemoryVoices;
import org.shiriki.concern.Progress;
import org.shiriki.concern.Reference;
import org.shiriki.concern.Status;
import org.shiriki.concern.WrittenScreens;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Conversation;
import org.shiriki.dialogue.Dialogue;
import org.shiriki.dialogue.Reply;
import org.shiriki.dialogue.Screen;
import org.shiriki.dialogue.ScreenJson;
import org.shiriki.dialogue.Screens;
import org.shiriki.dialogue.Turn;
import org.shiriki.dialogue.View;
import org.shiriki.information.HelpLines;
import org.shiriki.information.InMemoryHelpLines;
import org.shiriki.information.InMemoryTopics;
import org.shiriki.information.InformationKeywords;
import org.shiriki.information.InformationScreen.ChooseTopic;
import org.shiriki.information.InformationScreens;
import org.shiriki.information.Topics;
import org.shiriki.poll.Blackout;
import org.shiriki.poll.Bursts;
import org.shiriki.poll.Closing;
import org.shiriki.poll.InMemoryPolls;
import org.shiriki.poll.PollHolding;
import org.shiriki.poll.PollKeywords;
import org.shiriki.poll.PollLint;
import org.shiriki.poll.PollScreens;
import org.shiriki.poll.PollSeeds;
import org.shiriki.poll.Publication;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.safety.CaseNumber;
import org.shiriki.safety.DangerDesk;
import org.shiriki.safety.DangerWords;
import org.shiriki.safety.InMemoryCases;
import org.shiriki.safety.SafetyScreen.Numbers;
import org.shiriki.safety.SafetyScreens;
import org.shiriki.sms.InMemoryInbox;
import org.shiriki.sms.InMemoryOutbox;
import org.shiriki.sms.Inbox;
import org.shiriki.sms.Incoming;
import org.shiriki.sms.Keywords;
import org.shiriki.sms.Message;
import org.shiriki.sms.SmsDoor;
import org.shiriki.sms.Vocabulary;

/// The whole house with its keepers in memory, as transcripts and the crawler play it.
///
/// A room joins by its keeper and a line in `rooms`, its first screen in the menu, its holding, and
/// those of its words that are alike in both languages. A conversation is stored as JSON after
/// every turn, and read back for the next.
public final class TestHouse {
  private static final Path CONFIG = Path.of("config");
  private static final Topics TOPICS = new InMemoryTopics(Topics.seed(CONFIG));
  private static final DangerWords DANGER = DangerWords.read(CONFIG);
  private static final Vocabulary VOCABULARY = Vocabulary.read(CONFIG);
  private static final HelpLines HELP_LINES = new InMemoryHelpLines(HelpLines.seed(CONFIG));

  /// Words that are rightly alike in both languages, beside the names of places.
  static final Set<String> ALIKE =
      Set.of(
          "Kiswahili",
          "English",
          "Karibu Shiriki, sauti yako. Chagua lugha.\nWelcome. Choose a language.");

  private static final PollLint POLL_LINT =
      new PollLint(Town.PLACES, Blackout.read(CONFIG, Town.PLACES), false);

  private final TestClock clock = new TestClock(Town.MORNING);
  private final InMemoryCitizens citizens = new InMemoryCitizens(clock);
  private final InMemoryConcerns concerns =
      new InMemoryConcerns(
          key -> citizens.recognise(key).consented(), Reference.from(new Random(1)));
  private final InMemoryPolls polls =
      new InMemoryPolls(PollSeeds.read(CONFIG, POLL_LINT, Town.MORNING));
  private final Closing closing = new Closing(polls, _ -> 120, clock);
  private final InMemoryAlerts alerts =
      new InMemoryAlerts(Alerts.seed(CONFIG), key -> citizens.recognise(key).consented());
  private final InMemoryOutbox outbox = new InMemoryOutbox();
  private final InMemoryCases cases =
      new InMemoryCases(
          CaseNumber.from(new Random(1)), Handover.desk(concerns, () -> Town.OFFICES, Town.PLACES));
  private final InMemoryGuesses guesses = new InMemoryGuesses();
  private final InMemoryDataRequests requests =
      new InMemoryDataRequests(key -> citizens.recognise(key).consented(), new Random(1));
  private final InMemoryPins pins = new InMemoryPins(concerns);
  private final FollowScreens follow =
      new FollowScreens(
          concerns,
          new InMemoryVoices(concerns),
          new InMemoryVerdicts(concerns, pins::guards),
          pins,
          new InMemoryReplies(),
          () -> Town.OFFICES);
  private final List<Screens<?>> rooms = rooms();
  private final Dialogue dialogue = new Dialogue(rooms, new ChooseLanguage());
  private final ScreenJson json = new ScreenJson(rooms);
  private final InMemoryInbox inbox =
      new InMemoryInbox(
          Town.VAULT,
          outbox,
          talk -> json.read(json.write(talk), Conversation.class).orElseThrow());
  private final SmsDoor door = door(inbox);
  private int turns;

  private List<Screens<?>> rooms() {
    List<Holding> holdings =
        List.of(
            concerns,
            pins,
            new PollHolding(polls),
            new AlertHolding(alerts),
            key -> PgMessages.line(outbox.waiting(key).size(), outbox.waiting(key).size()),
            requests);
    concerns.file(Town.NO_WATER, Town.VAULT.keyOf(Town.CHARO), Town.TO_THE_DESK, Town.MORNING);
    Town.tellsInConfidence(cases);
    return List.of(
        Menus.house(),
        new CitizenScreens(citizens, Town.PLACES, holdings),
        new DataScreens(citizens, requests, List.of(alerts::leaveAll)),
        new InformationScreens(TOPICS, HELP_LINES, outbox, citizens::unreachable),
        new ConcernScreens(
            concerns,
            pins,
            guesses,
            () -> Town.OFFICES,
            Town.PLACES,
            new Numbers(),
            Handover.watch(DANGER)),
        new WrittenScreens(() -> Town.OFFICES, Town.PLACES, ChooseTopic.unlisted()),
        follow,
        new SafetyScreens(cases, Handover.hotlines(HELP_LINES), Town.PLACES),
        new PollScreens(
            polls,
            Town.PLACES,
            new Publication(polls, Town.PLACES, POLL_LINT.blackouts()),
            new Bursts(polls, Town.VAULT),
            guesses),
        new AlertScreens(alerts, Town.PLACES, citizens::unreachable));
  }

  /// A door for words, on whatever keeps them.
  SmsDoor door(Inbox letters) {
    return new SmsDoor(
        letters,
        dialogue,
        VOCABULARY,
        keywords(),
        Handover.guard(new DangerDesk(DANGER, cases, Town.PLACES), new InformationKeywords(TOPICS)),
        this::leaves,
        citizens::recognise,
        id -> "turn-" + id,
        "*384*50#",
        clock);
  }

  /// Who hear words, in their order.
  List<Keywords> keywords() {
    return List.of(
        new Words(citizens),
        new PollKeywords(polls, Town.PLACES),
        new InformationKeywords(TOPICS),
        new ConcernKeywords(concerns, pins, Town.PLACES, CategoryWords.read(CONFIG)));
  }

  private boolean leaves(PhoneKey person) {
    alerts.leaveAll(person);
    return citizens.wantsNoMessages(person);
  }

  InMemoryInbox inbox() {
    return inbox;
  }

  /// What comes to a phone when something is written on it.
  List<String> write(Phone phone, String words) {
    turns++;
    closing.round();
    var key = Town.VAULT.keyOf(phone);
    var before = outbox.waiting(key).size();
    door.take(new Incoming("sms-" + turns, phone.e164(), words, clock.instant()));
    door.answerAll();
    if (inbox.next(clock.instant().plus(Inbox.LEASE)).isPresent()) {
      throw new IllegalStateException("This letter could not be answered");
    }
    return outbox.waiting(key).stream().skip(before).map(Message::text).toList();
  }

  TestClock clock() {
    return clock;
  }

  InMemoryCases cases() {
    return cases;
  }

  InMemoryConcerns concerns() {
    return concerns;
  }

  InMemoryOutbox outbox() {
    return outbox;
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

  Turn turn(Phone phone) {
    var key = Town.VAULT.keyOf(phone);
    return turn(phone, citizens.recognise(key).askedUntil(concerns.askedUntil(key)));
  }

  /// The office says that all which a person has reported is put right.
  void fix(Phone phone) {
    var fixed = new Progress.Event(Status.FIXED, "", clock.instant());
    concerns
        .reportedBy(Town.VAULT.keyOf(phone))
        .forEach(concern -> concerns.advance(concern.reference(), fixed));
  }

  private Turn turn(Phone phone, Caller caller) {
    turns++;
    closing.round();
    return new Turn("turn-" + turns, phone, Town.VAULT.keyOf(phone), caller, clock.instant());
  }

  String store(Reply reply) {
    return json.write(reply.conversation());
  }

  private Conversation read(String stored) {
    return json.read(stored, Conversation.class).orElseThrow();
  }
}
