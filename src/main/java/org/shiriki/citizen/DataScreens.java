package org.shiriki.citizen;

import java.util.List;
import java.util.Optional;
import org.shiriki.citizen.CitizenScreen.ChooseCounty;
import org.shiriki.citizen.CitizenScreen.ChooseLanguage;
import org.shiriki.citizen.CitizenScreen.WardKept;
import org.shiriki.citizen.DataScreen.AlertsLeft;
import org.shiriki.citizen.DataScreen.AskStaff;
import org.shiriki.citizen.DataScreen.Asked;
import org.shiriki.citizen.DataScreen.Correct;
import org.shiriki.citizen.DataScreen.Leave;
import org.shiriki.citizen.DataScreen.LeaveAlerts;
import org.shiriki.citizen.DataScreen.NothingToAsk;
import org.shiriki.citizen.DataScreen.SmsAgain;
import org.shiriki.citizen.DataScreen.SmsComes;
import org.shiriki.citizen.DataScreen.SmsStopped;
import org.shiriki.dialogue.Screen;
import org.shiriki.dialogue.Screens;
import org.shiriki.dialogue.Step;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.Turn;
import org.shiriki.dialogue.View;

/// A person's rights over their data on the phone.
public final class DataScreens implements Screens<DataScreen> {
  private static final int CODES = 9_000;
  private static final int FIRST_CODE = 1_000;
  private static final Text NO = Text.of("Hapana", "No");

  private final Citizens citizens;
  private final DataRequests requests;
  private final List<Leaving> leavings;

  /// The screens.
  ///
  /// @param leavings how to end what each feature sends
  public DataScreens(Citizens citizens, DataRequests requests, List<Leaving> leavings) {
    this.citizens = citizens;
    this.requests = requests;
    this.leavings = List.copyOf(leavings);
  }

  @Override
  public Class<DataScreen> family() {
    return DataScreen.class;
  }

  @Override
  public Optional<Screen> waiting(Turn turn) {
    return citizens.untold(turn.key()).map(SmsStopped::new);
  }

  @Override
  public Screen arrive(DataScreen screen, Turn turn) {
    if (screen instanceof Leave) {
      return new Leave(code(turn));
    }
    return screen instanceof AskStaff && !turn.caller().consented() ? new NothingToAsk() : screen;
  }

  /// The same press of a key, wherever the carrier repeats it, draws the same code.
  private static String code(Turn turn) {
    return Integer.toString(FIRST_CODE + Math.floorMod(turn.id().hashCode(), CODES));
  }

  @Override
  public View show(DataScreen screen, Turn turn) {
    return switch (screen) {
      case Correct _ -> correct();
      case AskStaff(var kind) -> askStaff(kind, turn);
      case Asked asked -> asked(asked);
      case NothingToAsk _ ->
          View.of(
              Text.of(
                  "Tunahifadhi lugha yako tu. Hakuna kingine cha kukupa wala kurekebisha.",
                  "We keep only your language. There is nothing else to hand over or correct."));
      case LeaveAlerts _ -> leaveAlerts(turn);
      case AlertsLeft _ ->
          View.of(
              Text.of(
                  "Umeacha arifa zote. Mengine yako yamebaki.",
                  "You left all alerts. The rest of your data stays."));
      case Leave(var code) -> leave(code, turn);
      case SmsStopped(var why) -> smsStopped(why, turn);
      case SmsAgain _ -> smsAgain(turn);
      case SmsComes _ ->
          View.of(
              Text.of(
                  "Sawa, unaweza kupata SMS tena. Alama ya kuzuia imefutwa.",
                  "All right, you can get SMS again. The stop mark is deleted."));
    };
  }

  private static View correct() {
    return View.of(Text.of("Turekebishe nini?", "What shall we correct?"))
        .option(Text.of("Lugha yangu", "My language"), new ChooseLanguage())
        .option(Text.of("Wadi yangu", "My ward"), new ChooseCounty(new WardKept()))
        .option(Text.of("Jambo lingine", "Something else"), new AskStaff(DataRequest.Kind.CORRECT));
  }

  private View askStaff(DataRequest.Kind kind, Turn turn) {
    return View.of(promise(kind))
        .weighty(Text.of("Ndiyo, omba", "Yes, ask"), () -> ask(kind, turn))
        .option(NO, Step::back);
  }

  private static Text promise(DataRequest.Kind kind) {
    return switch (kind) {
      case ACCESS ->
          Text.of(
              "Afisa atakueleza yote tunayohifadhi kukuhusu, bure, ndani ya siku 7.",
              "Staff will tell you all that we hold about you, free, within 7 days.");
      case PORTABILITY ->
          Text.of(
              "Afisa atakupa nakala ya data yako yote, bure, ndani ya siku 7.",
              "Staff will give you a copy of all your data, free, within 7 days.");
      case CORRECT ->
          Text.of(
              "Afisa atakupigia simu na kurekebisha, bure, ndani ya siku 7.",
              "Staff will call you and correct it, free, within 7 days.");
      case ERASE ->
          Text.of(
              "Afisa atafuta data yako, bure, ndani ya siku 7.",
              "Staff will delete your data, free, within 7 days.");
    };
  }

  private Step ask(DataRequest.Kind kind, Turn turn) {
    return requests
        .ask(turn.key(), kind, Channel.of(turn.door()), turn.now())
        .map(kept -> Step.done(new Asked(kept.kind(), kept.reference(), kept.due())))
        .orElseGet(() -> Step.instead(new NothingToAsk()));
  }

  private static View asked(Asked asked) {
    return View.of(
        Text.of(
                "Ombi la data yako: {reference}. Litatimizwa kabla ya {day}. Andika nambari hii.",
                "Request about your data: {reference}. It will be done by {day}. Note this number.")
            .with("reference", asked.reference().written())
            .with("day", Wording.day(asked.due())));
  }

  private View leaveAlerts(Turn turn) {
    return View.of(
            Text.of(
                "Uache arifa zote? Data yako nyingine itabaki.",
                "Leave all alerts? The rest of your data stays."))
        .weighty(
            Text.of("Ndiyo, acha zote", "Yes, leave all"),
            () -> {
              leavings.forEach(leaving -> leaving.leave(turn.key()));
              return Step.done(new AlertsLeft());
            })
        .option(NO, Step::back);
  }

  private View leave(String code, Turn turn) {
    return View.of(
            Text.of(
                    "Kufuta kila kitu andika {code}. Haiwezi kurudishwa.\fNambari, wadi, lugha,"
                        + " arifa na SMS zako hufutwa. Hoja hubaki bila jina; maoni huhesabiwa."
                        + " Hubaki alama ya siri, ili tusikutumie SMS, na uthibitisho wa idhini.",
                    "To delete everything type {code}. It cannot be undone.\fYour number, ward,"
                        + " language, alerts and SMS go. Concerns stay without your name; opinions"
                        + " stay counted. A secret mark stays, so that no SMS is sent, and proof of"
                        + " consent.")
                .with("code", code))
        .option(NO, Step::back)
        .searching(typed -> forget(code, typed, turn));
  }

  private Step forget(String code, String typed, Turn turn) {
    if (code.isEmpty() || !typed.replaceAll("[\\s.#]", "").equals(code)) {
      return Step.again(Text.of("Nambari si sahihi.", "That is not the code."));
    }
    citizens.leave(turn.key());
    var last =
        Text.of(
            "Tumefuta data yako. Imebaki alama ya siri ya kuzuia SMS. Ukipiga tena utaanza upya.",
            "Your data is deleted. A secret mark that stops SMS stays. If you dial again you start"
                + " afresh.");
    return new Step.Known(turn.caller().forgotten(), new Step.End(last));
  }

  private View smsStopped(Stop why, Turn turn) {
    return View.of(
            switch (why) {
              case OPTED_OUT ->
                  Text.of(
                      "Ulituma ONDOA, kwa hivyo hupati SMS zetu.",
                      "You sent STOP, so you get no SMS from us.");
              case BLOCKED ->
                  Text.of(
                      "Mtandao wako umezuia SMS zetu. Safaricom: fungua kwa *456*9#, kisha 1.",
                      "Your network blocks our SMS. Safaricom: open them by *456*9#, then 1.");
            })
        .option(
            Text.of("Nipate SMS tena", "Let SMS come again"),
            () -> {
              citizens.welcomesMessages(turn.key());
              return Step.done(new SmsComes());
            })
        .option(
            Text.of("Sawa, bila SMS", "All right, no SMS"),
            () -> {
              citizens.told(turn.key());
              return Step.home();
            });
  }

  private View smsAgain(Turn turn) {
    return View.of(
            Text.of(
                "Ulipojiondoa tuliweka alama ili usipate SMS. Uifute?",
                "When you left we kept a mark so that you get no SMS. Delete it?"))
        .weighty(
            Text.of("Ndiyo, nipate SMS", "Yes, let SMS come"),
            () -> {
              citizens.welcomesMessages(turn.key());
              return Step.done(new SmsComes());
            })
        .option(NO, Step::back);
  }
}
