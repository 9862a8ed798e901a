package org.shiriki.citizen;

import java.time.Instant;
import java.util.List;
import org.shiriki.citizen.CitizenScreen.AboutUs;
import org.shiriki.citizen.CitizenScreen.Agreed;
import org.shiriki.citizen.CitizenScreen.AskConsent;
import org.shiriki.citizen.CitizenScreen.ChooseConstituency;
import org.shiriki.citizen.CitizenScreen.ChooseCounty;
import org.shiriki.citizen.CitizenScreen.ChooseLanguage;
import org.shiriki.citizen.CitizenScreen.ChooseOtherCounty;
import org.shiriki.citizen.CitizenScreen.ChooseWard;
import org.shiriki.citizen.CitizenScreen.ConsentInFull;
import org.shiriki.citizen.CitizenScreen.FoundWards;
import org.shiriki.citizen.CitizenScreen.Held;
import org.shiriki.citizen.CitizenScreen.MyData;
import org.shiriki.citizen.CitizenScreen.NotWithoutConsent;
import org.shiriki.citizen.CitizenScreen.TookBack;
import org.shiriki.citizen.CitizenScreen.Uses;
import org.shiriki.citizen.CitizenScreen.WardKept;
import org.shiriki.citizen.DataScreen.AskStaff;
import org.shiriki.citizen.DataScreen.Correct;
import org.shiriki.citizen.DataScreen.Leave;
import org.shiriki.citizen.DataScreen.LeaveAlerts;
import org.shiriki.citizen.DataScreen.SmsAgain;
import org.shiriki.dialogue.Door;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Screens;
import org.shiriki.dialogue.Step;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.Turn;
import org.shiriki.dialogue.View;
import org.shiriki.place.Places;

/// Language, consent and a person's own data on the phone.
public final class CitizenScreens implements Screens<CitizenScreen> {
  private static final Text AGREE = Text.of("Nakubali", "I agree");

  /// What stays of somebody who left and came back.
  private static final Text LEFT_BEFORE =
      Text.of(
          "Ulijiondoa awali: hatukutumii SMS (alama ya siri). Maoni uliyotoa awali yanahesabiwa bila"
              + " jina; alama huzuia kujibu mara mbili hadi yafungwe.",
          "You left before: we send you no SMS (a secret mark). Opinions you gave before count,"
              + " without your name; a mark stops a second answer until the poll closes.");

  /// What lies among a phone's messages is read by whoever holds it.
  private static final Text ONLY_BY_PHONE =
      Text.of(
          "Ili kusoma tunachohifadhi piga {ussd}, kisha 6, 3, 1. Ni siri yako.",
          "To read what we hold dial {ussd}, then 6, 3, 1. It is private.");

  /// So many lines of other rooms fit under those of this one.
  private static final int ON_FIRST_PAGE = 3;

  private static final Text NOT_NOW = Text.of("Si sasa", "Not now");

  private final Citizens citizens;
  private final WardMenus wards;
  private final List<Holding> holdings;

  public CitizenScreens(Citizens citizens, Places places, List<Holding> holdings) {
    this.citizens = citizens;
    this.wards = new WardMenus(citizens, places);
    this.holdings = List.copyOf(holdings);
  }

  @Override
  public Class<CitizenScreen> family() {
    return CitizenScreen.class;
  }

  @Override
  public View show(CitizenScreen screen, Turn turn) {
    return switch (screen) {
      case ChooseLanguage _ -> chooseLanguage(turn);
      case ChooseCounty(var then) -> wards.counties(then, turn);
      case ChooseOtherCounty(var then) -> wards.otherCounties(then, turn);
      case ChooseConstituency(var county, var then) -> wards.constituencies(county, then, turn);
      case ChooseWard(var constituency, var then) -> wards.wards(constituency, then, turn);
      case FoundWards(var found, var then) -> wards.found(found, then, turn);
      case WardKept _ -> wards.kept(turn);
      case AskConsent ask -> askConsent(ask, turn);
      case ConsentInFull ask -> consentInFull(ask, turn);
      case NotWithoutConsent _ -> notWithoutConsent();
      case MyData _ -> myData();
      case Uses _ -> uses(turn);
      case Held _ -> held(turn);
      case Agreed(var consent) -> View.of(agreed(consent));
      case TookBack(var consent, var at) -> tookBack(consent, at);
      case AboutUs _ -> aboutUs();
    };
  }

  private View chooseLanguage(Turn turn) {
    return View.of(
            Text.same("Karibu Shiriki, sauti yako. Chagua lugha.\nWelcome. Choose a language."))
        .option(Text.same("Kiswahili"), () -> speak(Language.KISWAHILI, turn))
        .option(Text.same("English"), () -> speak(Language.ENGLISH, turn));
  }

  private Step speak(Language language, Turn turn) {
    citizens.speaks(turn.key(), language);
    return new Step.Known(turn.caller().speaking(language), Step.home());
  }

  private View askConsent(AskConsent ask, Turn turn) {
    return View.of(Wording.SHORT)
        .weighty(AGREE, () -> consent(ask, turn))
        .option(NOT_NOW, () -> Step.instead(ask.otherwise()))
        .option(Text.of("Zaidi", "More"), new ConsentInFull(ask.then(), ask.otherwise()));
  }

  private View consentInFull(ConsentInFull shown, Turn turn) {
    var ask = new AskConsent(shown.then(), shown.otherwise());
    return View.of(Wording.USES)
        .weighty(AGREE, () -> consent(ask, turn))
        .option(NOT_NOW, () -> Step.instead(ask.otherwise()));
  }

  private Step consent(AskConsent ask, Turn turn) {
    var caller = turn.caller();
    citizens.consents(
        turn.key(),
        turn.phone(),
        caller.ward(),
        new Consent(
            Wording.IN_FULL.in(caller.language()),
            caller.language(),
            Channel.of(turn.door()),
            turn.now()));
    return new Step.Known(caller.consenting(), Step.instead(ask.then()));
  }

  private static View notWithoutConsent() {
    return View.of(
        Text.of(
            "Sawa. Bila idhini yako hatuhifadhi nambari yako. Taarifa na nambari za msaada ziko wazi"
                + " kwako daima.",
            "All right. Without your consent we do not keep your number. Information and help lines stay open"
                + " to you."));
  }

  private static View myData() {
    return View.of(
            Text.of("Data yako ni yako. Hatuiuzi.", "Your data is yours. We do not sell it."))
        .option(Text.of("Tunachohifadhi", "What we hold"), new Held())
        .option(Text.of("Matumizi yake", "What it is used for"), new Uses())
        .option(Text.of("Rekebisha", "Correct it"), new Correct())
        .option(Text.of("Nipe nakala", "Take it along"), new AskStaff(DataRequest.Kind.PORTABILITY))
        .option(Text.of("Acha arifa", "Leave alerts"), new LeaveAlerts())
        .option(Text.of("Futa kila kitu", "Delete everything"), Leave.asked());
  }

  /// Agreeing is asked for on a screen of its own, where the words to agree to are in sight.
  private static View uses(Turn turn) {
    var view = View.of(Wording.USES);
    return turn.caller().consented()
        ? view
        : view.option(
            Text.of("Toa idhini", "Give consent"),
            new AskConsent(new Held(), new NotWithoutConsent()));
  }

  private View held(Turn turn) {
    if (turn.door() == Door.SMS) {
      return View.of(ONLY_BY_PHONE);
    }
    var citizen = citizens.find(turn.key());
    if (citizen.isEmpty()) {
      return View.of(Text.of("Hatuna data yako yoyote.", "We hold nothing about you."));
    }
    var text = lines(citizen.get(), turn);
    var reach = reach(citizen.get());
    var view =
        citizens.suppressed(turn.key())
            ? View.of(text.then("\f", LEFT_BEFORE).then("", reach))
                .option(Text.of("Nipate SMS tena", "Let SMS come again"), new SmsAgain())
            : View.of(text.then("", reach));
    return consents(view, citizen.get());
  }

  private Text lines(Citizen citizen, Turn turn) {
    var caller = citizen.caller();
    var text =
        caller.consented()
            ? Text.of("Simu: {phone}", "Phone: {phone}").with("phone", turn.phone().masked())
            : Text.of("Simu: haijahifadhiwa", "Phone: not kept");
    text = text.then("\n", Text.of("Lugha: Kiswahili", "Language: English"));
    text = text.then("\n", wards.line(caller.ward()));
    for (var at = 0; at < holdings.size(); at++) {
      text = text.then(at == ON_FIRST_PAGE ? "\f" : "\n", holdings.get(at).about(turn.key()));
    }
    return text;
  }

  /// What makes it possible to call a person by name, and to know what an SMS to them costs.
  private static Text reach(Citizen citizen) {
    var name = citizen.name();
    var called =
        name == null
            ? Text.NONE
            : Text.of("\fJina: {name}", "\fName: {name}").with("name", name.letters());
    var network =
        switch (citizen.operator()) {
          case SAFARICOM -> Text.same("Safaricom");
          case AIRTEL -> Text.same("Airtel");
          case TELKOM -> Text.same("Telkom");
          case OTHER -> Text.of("mwingine", "another");
          case UNKNOWN -> Text.NONE;
        };
    return network.equals(Text.NONE)
        ? called
        : called
            .then(name == null ? "\f" : "\n", Text.of("Mtandao: ", "Network: "))
            .then("", network);
  }

  private static View consents(View view, Citizen citizen) {
    var all = view;
    for (var consent : citizen.consents()) {
      var label = Text.of("Idhini: {day}", "Consent: {day}").with("day", Wording.day(consent.at()));
      all = all.option(label, new Agreed(consent));
    }
    for (var withdrawn : citizen.withdrawn()) {
      var label =
          Text.of("Idhini iliyoondolewa: {day}", "Withdrawn consent: {day}")
              .with("day", Wording.day(withdrawn.at()));
      all = all.option(label, new TookBack(withdrawn.consent(), withdrawn.at()));
    }
    return all;
  }

  private static Text agreed(Consent consent) {
    return Text.of("Ulikubali {day} kwa {channel}:", "You agreed on {day} by {channel}:")
        .with("day", Wording.day(consent.at()))
        .with("channel", consent.channel().words())
        .then("\n", Text.same(consent.wording()));
  }

  private static View tookBack(Consent consent, Instant at) {
    return View.of(
        Text.of("Uliondoa idhini hii {day}.", "You withdrew this consent on {day}.")
            .with("day", Wording.day(at))
            .then("\n", agreed(consent)));
  }

  private static View aboutUs() {
    return View.of(
        Text.of(
            "Shiriki ni huduma ya bure ya mashirika ya kiraia ya Pwani: pata taarifa, toa hoja,"
                + " sema maoni yako.\fTunafikisha hoja kwa ofisi husika na kukuletea jibu. Hatuna"
                + " chama, hatumpigii debe mgombea yeyote.",
            "Shiriki is a free service of civil society on the Coast: get information, report a"
                + " concern, give your opinion.\fWe take concerns to the right office and bring you"
                + " the answer. We support no party and no candidate."));
  }
}
