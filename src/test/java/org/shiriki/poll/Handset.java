package org.shiriki.poll;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiriki.citizen.Citizen;
import org.shiriki.citizen.CitizenScreen.AboutUs;
import org.shiriki.citizen.CitizenScreen.ChooseLanguage;
import org.shiriki.citizen.CitizenScreens;
import org.shiriki.citizen.Citizens;
import org.shiriki.citizen.Consent;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Conversation;
import org.shiriki.dialogue.Dialogue;
import org.shiriki.dialogue.HouseScreens;
import org.shiriki.dialogue.HouseScreens.Entry;
import org.shiriki.dialogue.HouseScreens.Menu;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Reply;
import org.shiriki.dialogue.ScreenJson;
import org.shiriki.dialogue.Screens;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.Turn;
import org.shiriki.place.Residence;
import org.shiriki.poll.PollScreen.OpenPolls;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;

/// A phone on which polls are answered; between two keys the conversation is written as JSON and
/// read again. Polls are entry 1 of its main menu.
final class Handset {
  static final Vault VAULT = new Vault(Keys.generate());
  private static final Phone PHONE = new Phone("+254700000001");
  private static final PhoneKey KEY = VAULT.keyOf(PHONE);

  private final Polls polls;
  private final ScreenJson json;
  private final Dialogue dialogue;
  private Instant now = Fair.NOW;
  private Caller caller = Caller.STRANGER;
  private @Nullable Conversation conversation;

  Handset(Polls polls) {
    this.polls = polls;
    var menu =
        new Menu(Text.same("Shiriki"), List.of(new Entry(Text.of("Maoni", "Polls"), list())));
    var more = new Menu(Text.same("More"), List.of());
    var features =
        List.<Screens<?>>of(
            new HouseScreens(menu, more, new AboutUs()),
            new CitizenScreens(new Forgetful(), Fair.PLACES, List.of()),
            new PollScreens(polls, Fair.PLACES, VAULT));
    this.json = new ScreenJson(features);
    this.dialogue = new Dialogue(features, new ChooseLanguage());
  }

  /// The phone of somebody who speaks this language, lives in this ward and has consented.
  static Handset of(Polls polls, Language language, String ward) {
    var handset = new Handset(polls);
    handset.caller =
        Caller.STRANGER.speaking(language).livingIn(new Residence.In(ward)).consenting();
    return handset;
  }

  Handset knownAs(Caller other) {
    caller = other;
    return this;
  }

  Handset at(Instant moment) {
    now = moment;
    return this;
  }

  /// Dials, and plays keys ahead.
  Reply dial(String... keys) {
    return keep(dialogue.begin(turn(), String.join("*", keys), conversation));
  }

  Reply press(String typed) {
    return keep(dialogue.answer(Objects.requireNonNull(conversation), typed, turn()));
  }

  /// All the pages of what is shown, from the present one on.
  String read(Reply first) {
    var text = new StringBuilder(first.text());
    while (text.lastIndexOf("98 ") > text.lastIndexOf("\n")) {
      text.append('\n').append(press("98").text());
    }
    return text.toString();
  }

  Ballot ballot(Poll poll) {
    var mark = Mark.of(VAULT, poll.id(), KEY);
    return polls.ballots(List.of(mark)).getOrDefault(poll.id(), Ballot.EMPTY);
  }

  PhoneKey key() {
    return KEY;
  }

  /// What a node that takes over would read.
  String stored() {
    return json.write(Objects.requireNonNull(conversation));
  }

  private static OpenPolls list() {
    return OpenPolls.unlisted();
  }

  private Turn turn() {
    return new Turn(PHONE, KEY, caller, now);
  }

  private Reply keep(Reply reply) {
    var written = json.write(reply.conversation());
    conversation = json.read(written, Conversation.class).orElseThrow();
    caller = conversation.caller();
    return reply;
  }

  /// Keeps nobody; what is known of the caller stays in the conversation.
  private static final class Forgetful implements Citizens {
    @Override
    public Caller recognise(PhoneKey key) {
      return Caller.STRANGER;
    }

    @Override
    public void speaks(PhoneKey key, Language language) {}

    @Override
    public void livesIn(PhoneKey key, Residence ward) {}

    @Override
    public void consents(PhoneKey key, Phone phone, Residence ward, Consent consent) {}

    @Override
    public void leave(PhoneKey key) {}

    @Override
    public Optional<Citizen> find(PhoneKey key) {
      return Optional.empty();
    }
  }
}
