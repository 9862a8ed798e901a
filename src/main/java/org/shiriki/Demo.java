package org.shiriki;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.shiriki.alert.Reach;
import org.shiriki.alert.Subscription;
import org.shiriki.broadcast.Audience;
import org.shiriki.broadcast.Broadcast.Life;
import org.shiriki.broadcast.Broadcasts.Actor;
import org.shiriki.citizen.Channel;
import org.shiriki.citizen.Consent;
import org.shiriki.concern.Draft;
import org.shiriki.concern.Progress;
import org.shiriki.concern.Status;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;
import org.shiriki.place.Residence;
import org.shiriki.place.Ward;
import org.shiriki.poll.Ballot.Choice;
import org.shiriki.poll.Cell;
import org.shiriki.poll.Poll;
import org.shiriki.poll.Voter;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.seed.SeedFile;
import org.shiriki.sms.Purpose;

/// What a demonstration begins with: people, concerns in every state, answers to polls, and two
/// broadcasts, all of it invented. Made twice, it is there once. Never with the real carrier.
final class Demo {
  private static final int PEOPLE = 36;
  private static final int ANSWERS = 30;
  private static final int POLLS = 3;

  private final Ground ground;
  private final Keepers keepers;
  private final Instant now;
  private final List<Entry> concerns;

  private Demo(Ground ground, Keepers keepers) {
    this.ground = ground;
    this.keepers = keepers;
    this.now = ground.clock().instant();
    this.concerns =
        SeedFile.read(ground.settings().config().resolve("demo.yaml"), Entry.class, _ -> List.of());
  }

  /// A concern of `demo.yaml`.
  ///
  /// @param days how long ago it was filed
  /// @param status what it has come to
  record Entry(
      String category,
      String ward,
      int days,
      String text,
      String remedy,
      Status status,
      boolean anonymous) {
    @Override
    public String toString() {
      return "Entry[" + category + ", " + status + ']';
    }
  }

  /// Somebody whom nobody is.
  private record Person(Phone phone, PhoneKey key, Ward ward, Language language) {
    @Override
    public String toString() {
      return "Person[hidden]";
    }
  }

  /// Makes all of it.
  static void seed(Ground ground, Keepers keepers) {
    var demo = new Demo(ground, keepers);
    var people = IntStream.range(0, PEOPLE).mapToObj(demo::person).toList();
    people.forEach(demo::arrives);
    for (var number = 0; number < demo.concerns.size(); number++) {
      demo.file(number, people.get(number % PEOPLE));
    }
    keepers.polls().all().stream()
        .filter(poll -> poll.openAt(demo.now))
        .limit(POLLS)
        .forEach(poll -> people.stream().limit(ANSWERS).forEach(one -> demo.answer(poll, one)));
    demo.tell(
        "flood",
        Text.of(
            "Mafuriko Tana: panda nyanda za juu leo. Msaada: 1199.",
            "Floods on the Tana: move to high ground today. Help: 1199."));
    demo.tell(
        "cholera",
        Text.of(
            "Kipindupindu: chemsha maji ya kunywa, osha mikono kwa sabuni.",
            "Cholera: boil drinking water, wash hands with soap."));
  }

  private Person person(int number) {
    var phone = new Phone("+2547000010%02d".formatted(number));
    var ward = ground.places().ward(concerns.get(number).ward()).orElseThrow();
    var language = number % 4 == 3 ? Language.ENGLISH : Language.KISWAHILI;
    return new Person(phone, ground.vault().keyOf(phone), ward, language);
  }

  private void arrives(Person person) {
    var wording = "Mfano tu / A demonstration";
    var agreed = now.minus(Duration.ofDays(60));
    keepers.citizens().speaks(person.key(), person.language());
    keepers
        .citizens()
        .consents(
            person.key(),
            person.phone(),
            new Residence.In(person.ward().code()),
            new Consent(wording, person.language(), Channel.USSD, agreed));
    keepers
        .alerts()
        .topics()
        .forEach(topic ->
            keepers
                .alerts()
                .subscribe(
                    person.key(),
                    new Subscription(topic.id(), new Reach.MyCounty(person.ward().county()))));
  }

  private void file(int number, Person person) {
    var entry = concerns.get(number);
    var ward = ground.places().ward(entry.ward()).orElseThrow();
    var filed = now.minus(Duration.ofDays(entry.days()));
    var draft =
        new Draft(
            named("concern " + number),
            entry.category(),
            new Residence.In(ward.code()),
            entry.text(),
            entry.remedy(),
            entry.anonymous());
    var route = keepers.directory().get().route(entry.category(), ward.county(), ward.code());
    var reference = keepers.concerns().file(draft, person.key(), route, filed);
    var fresh =
        keepers.concerns().find(reference).orElseThrow().concern().status() == Status.RECEIVED;
    if (fresh && entry.status() != Status.RECEIVED) {
      steps(entry.status())
          .forEach(step -> keepers.concerns().advance(reference, event(step, filed)));
    }
  }

  /// The way by which a concern comes to a status.
  private static List<Status> steps(Status status) {
    return switch (status) {
      case RECEIVED -> List.of();
      case IN_HAND, REFERRED, ESCALATED, CLOSED -> List.of(status);
      case ANSWERED -> List.of(Status.IN_HAND, Status.ANSWERED);
      case FIXED -> List.of(Status.IN_HAND, Status.ANSWERED, Status.FIXED);
      case REOPENED -> List.of(Status.IN_HAND, Status.FIXED, Status.REOPENED);
    };
  }

  private static Progress.Event event(Status status, Instant filed) {
    var note =
        switch (status) {
          case RECEIVED, REOPENED -> "";
          case IN_HAND -> "Fundi atafika wiki hii.";
          case ESCALATED -> "";
          case REFERRED -> "Tumepeleka kwa ofisi ya kaunti inayohusika.";
          case ANSWERED -> "Kazi imepangwa kuanza tarehe moja.";
          case FIXED -> "Imetengenezwa. Asante kwa kutuambia.";
          case CLOSED -> "Si kazi ya ofisi hii.";
        };
    return new Progress.Event(
        status, note, filed.plus(Duration.ofHours(6L + List.of(Status.values()).indexOf(status))));
  }

  /// The first option is liked a little more than the second, and so on.
  private void answer(Poll poll, Person person) {
    var cell = new Cell(person.ward().county(), person.language().code());
    for (var question = 1; question <= poll.questions().size(); question++) {
      var options = poll.questions().get(question - 1).options().size();
      var spread = Math.floorMod((person.key().text() + poll.id() + question).hashCode(), 100);
      var option = 1 + options * spread * spread / 10_000;
      keepers
          .polls()
          .answer(new Voter(poll.id(), person.key()), new Choice(question, option), cell, now);
    }
  }

  /// Sends something that two people agreed on; these two are nobody either.
  private void tell(String name, Text text) {
    var audience = new Audience.Consented(List.of(), List.of(Language.values()));
    var draft =
        new org.shiriki.broadcast.Draft(
            Purpose.EMERGENCY, text, audience, Instant.EPOCH, "a demonstration", "");
    var broadcasts = keepers.broadcasts();
    var writer = new Actor("demo.editor", false, "");
    var id = broadcasts.draft(named("broadcast " + name), draft, List.of(), writer);
    if (broadcasts.find(id).orElseThrow().life() == Life.DRAFT) {
      broadcasts.submit(id, writer);
      broadcasts.approve(id, new Actor("demo.director", true, ""));
    }
  }

  private static UUID named(String what) {
    return UUID.nameUUIDFromBytes(("demo " + what).getBytes(UTF_8));
  }
}
