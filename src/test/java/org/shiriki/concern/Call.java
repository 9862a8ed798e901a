package org.shiriki.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.shiriki.citizen.Channel;
import org.shiriki.citizen.CitizenScreen.ChooseLanguage;
import org.shiriki.citizen.CitizenScreens;
import org.shiriki.citizen.Consent;
import org.shiriki.citizen.InMemoryCitizens;
import org.shiriki.citizen.InMemoryGuesses;
import org.shiriki.concern.ConcernScreen.ChooseCategory;
import org.shiriki.concern.ConcernScreen.FindByReference;
import org.shiriki.concern.ConcernScreen.MyReports;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Conversation;
import org.shiriki.dialogue.Dialogue;
import org.shiriki.dialogue.Gsm7;
import org.shiriki.dialogue.HouseScreens;
import org.shiriki.dialogue.HouseScreens.Entry;
import org.shiriki.dialogue.HouseScreens.Menu;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Reply;
import org.shiriki.dialogue.Screen;
import org.shiriki.dialogue.ScreenJson;
import org.shiriki.dialogue.Screens;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.Turn;
import org.shiriki.office.Directory;
import org.shiriki.office.DirectoryFile;
import org.shiriki.place.Places;
import org.shiriki.place.Residence;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;

/// Somebody with a phone in hand, and a house with two doors: `1` reports, `2` follows.
final class Call {
  static final Instant MORNING = Instant.parse("2026-11-21T06:00:00Z");
  static final PhoneKey AMINA = new PhoneKey("amina");

  private static final Path CONFIG = Path.of("config");
  private static final Places PLACES = Places.load(CONFIG);
  private static final Directory DIRECTORY = DirectoryFile.read(CONFIG, PLACES);
  private static final Phone PHONE = new Phone("+254700000001");

  final InMemoryCitizens citizens = new InMemoryCitizens(InstantSource.system());
  final InMemoryConcerns concerns =
      new InMemoryConcerns(
          key -> citizens.recognise(key).consented(), Reference.from(new Random(1)));

  final InMemoryPins pins = new InMemoryPins(concerns);
  final InMemoryReplies replies = new InMemoryReplies();
  final InMemoryVerdicts verdicts = new InMemoryVerdicts(concerns, pins::guards);

  private final Dialogue dialogue;
  private final ScreenJson json;
  private Instant now = MORNING;
  private Conversation conversation;
  private String pressed = "";

  /// What a phone has come to, and the keys that led there.
  record Moment(Conversation conversation, String pressed) {
    boolean holdsWork() {
      return conversation.holdsWork();
    }
  }

  private Call(Language language) {
    var menu =
        new Menu(
            Text.same("Shiriki"),
            List.of(
                new Entry(Text.same("Report"), new ChooseCategory()),
                new Entry(Text.same("Mine"), new MyReports())));
    var follow =
        new FollowScreens(
            concerns, new InMemoryVoices(concerns), verdicts, pins, replies, () -> DIRECTORY);
    List<Screens<?>> rooms =
        List.of(
            new HouseScreens(menu, menu, new ChooseCategory()),
            new CitizenScreens(citizens, PLACES, List.of(concerns)),
            new ConcernScreens(
                concerns,
                pins,
                new InMemoryGuesses(),
                () -> DIRECTORY,
                PLACES,
                new FindByReference(),
                Call::takenOver),
            follow);
    dialogue = new Dialogue(rooms, new ChooseLanguage());
    json = new ScreenJson(rooms);
    citizens.speaks(AMINA, language);
    conversation = begin(null).conversation();
  }

  /// By somebody who has chosen a language and no more.
  static Call passing(Language language) {
    return new Call(language);
  }

  /// By somebody of Malindi Town who has consented.
  static Call known(Language language) {
    var call = new Call(language);
    call.citizens.consents(
        AMINA,
        PHONE,
        new Residence.In("0078"),
        new Consent("Nakubali", language, Channel.USSD, MORNING));
    call.conversation = call.begin(null).conversation();
    return call;
  }

  /// Sends these answers one by one; what the phone shows in the end.
  String says(String... answers) {
    var shown = "";
    for (var typed : answers) {
      pressed += '*' + typed;
      var reply = dialogue.answer(stored(), typed, turn());
      shown = fitting(reply);
      conversation = reply.conversation();
    }
    return shown;
  }

  /// The line drops; Amina dials again.
  String redials() {
    pressed += '#';
    var reply = begin(stored());
    conversation = reply.conversation();
    return fitting(reply);
  }

  /// What this conversation is now, to come back to it.
  Moment now() {
    return new Moment(stored(), pressed);
  }

  /// Goes on from an earlier moment, as a node does that never heard of what came after it.
  Call from(Moment earlier) {
    conversation = earlier.conversation;
    pressed = earlier.pressed;
    return this;
  }

  void later(Duration passed) {
    now = now.plus(passed);
  }

  /// The page and all that follow it.
  String saysAndReadsOn(String... answers) {
    var page = says(answers);
    var all = new StringBuilder(page);
    while (page.contains("98 ")) {
      page = says("98");
      all.append('\n').append(page);
    }
    return all.toString();
  }

  /// In this house, whatever tells of fire is taken over by the list of one's own reports.
  private static Optional<Screen> takenOver(Draft draft) {
    return (draft.text() + ' ' + draft.remedy()).contains("fire")
        ? Optional.of(new MyReports())
        : Optional.empty();
  }

  private Reply begin(@Nullable Conversation dropped) {
    return dialogue.begin(turn(), "", dropped);
  }

  private static String fitting(Reply reply) {
    assertThat(Gsm7.septets("CON " + reply.text())).isLessThanOrEqualTo(160);
    assertThat(Gsm7.allGsm7(reply.text())).as(reply.text()).isTrue();
    return reply.text();
  }

  private Conversation stored() {
    return json.read(json.write(conversation), Conversation.class).orElseThrow();
  }

  private Caller caller() {
    var asked = replies.next(AMINA, now).map(_ -> now.plus(Replies.SHOWN));
    return citizens.recognise(AMINA).askedUntil(asked.orElse(concerns.askedUntil(AMINA)));
  }

  private Turn turn() {
    return new Turn(pressed, PHONE, AMINA, caller(), now);
  }
}
