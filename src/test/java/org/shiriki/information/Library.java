package org.shiriki.information;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.shiriki.Town;
import org.shiriki.citizen.Channel;
import org.shiriki.citizen.CitizenScreens;
import org.shiriki.citizen.Consent;
import org.shiriki.citizen.DataScreens;
import org.shiriki.citizen.InMemoryCitizens;
import org.shiriki.citizen.InMemoryDataRequests;
import org.shiriki.dialogue.Handset;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Screen;
import org.shiriki.dialogue.Text;
import org.shiriki.information.InformationScreen.ChooseTopic;
import org.shiriki.place.Residence;
import org.shiriki.sms.Message;

/// The room with a few topics in it, and Amina's phone.
final class Library {
  static final Topic WATER =
      new Topic(
          "water",
          Text.of("MAJI", "WATER"),
          Text.of("Maji safi", "Clean water"),
          Confidence.HIGH,
          false,
          false,
          LocalDate.of(2026, 12, 31),
          "",
          List.of("Water Act 2016"),
          new Pages(
              List.of("Chemsha maji ya kunywa.", "Maji yakikatika, toa hoja hapa."),
              List.of("Boil your drinking water.", "If the taps run dry, report it here.")));

  static final Topic ROADS =
      new Topic(
          "roads",
          Text.of("BARABARA", "ROADS"),
          Text.of("Barabara", "Roads"),
          Confidence.MEDIUM,
          false,
          false,
          LocalDate.of(2026, 11, 21),
          "Who repairs the coast road",
          List.of(),
          new Pages(
              List.of("Barabara ndogo ni za kaunti."), List.of("Small roads are the county's.")));

  static final Topic SAFETY =
      new Topic(
          "safety",
          Text.of("USALAMA", "SAFE"),
          Text.of("Usalama", "Safety"),
          Confidence.LOW,
          true,
          true,
          LocalDate.of(2027, 12, 31),
          "",
          List.of("Sexual Offences Act 2006", "1195"),
          new Pages(
              List.of("Si kosa lako. Piga 1195."), List.of("It is not your fault. Call 1195.")));

  static final HelpLine POLICE =
      new HelpLine(
          "police",
          Text.of("Polisi", "Police"),
          Text.of("dharura", "emergency"),
          List.of("999", "112"),
          Text.of("saa 24", "24 hours"),
          true,
          Confidence.HIGH,
          LocalDate.of(2026, 11, 2));

  static final HelpLine NACADA =
      new HelpLine(
          "nacada",
          Text.same("NACADA"),
          Text.of("dawa za kulevya", "drugs"),
          List.of("1192"),
          Text.NONE,
          false,
          Confidence.MEDIUM,
          null);

  private final InMemoryCitizens citizens = new InMemoryCitizens(InstantSource.fixed(Town.MORNING));
  private final List<Message> sent = new ArrayList<>();
  private List<Topic> topics = List.of(WATER, ROADS, SAFETY);

  /// Amina's phone; she speaks English and has not consented.
  Handset phone() {
    return phone(Language.ENGLISH);
  }

  Handset phone(Language language) {
    return phone(language, ChooseTopic.unlisted());
  }

  Handset phone(Language language, Screen first) {
    citizens.speaks(Handset.AMINA, language);
    return new Handset(
        () -> citizens.recognise(Handset.AMINA),
        first,
        new InformationScreens(
            () -> topics,
            new InMemoryHelpLines(List.of(POLICE, NACADA)),
            this::put,
            citizens::unreachable),
        new CitizenScreens(citizens, Town.PLACES, List.of()),
        new DataScreens(citizens, new InMemoryDataRequests(_ -> true, new Random(1)), List.of()));
  }

  /// From now on Amina has consented.
  Library consented() {
    var consent = new Consent("yes", Language.ENGLISH, Channel.USSD, Town.MORNING);
    citizens.consents(Handset.AMINA, Town.AMINA, new Residence.Unasked(), consent);
    return this;
  }

  /// From now on Amina has asked for no SMS, and knows it.
  Library optedOut() {
    citizens.wantsNoMessages(Handset.AMINA);
    citizens.told(Handset.AMINA);
    return this;
  }

  /// From now on Amina has left everything, and has agreed anew since.
  Library left() {
    citizens.leave(Handset.AMINA);
    return consented();
  }

  /// From now on there are these topics.
  void holds(Topic... changed) {
    topics = List.of(changed);
  }

  List<Message> sent() {
    return List.copyOf(sent);
  }

  private boolean put(Message message) {
    var isNew = sent.stream().noneMatch(before -> before.once().equals(message.once()));
    return isNew && sent.add(message);
  }
}
