package org.shiriki.concern;

import org.shiriki.concern.ConcernScreen.Mine;
import org.shiriki.concern.FollowScreen.ForgotPin;
import org.shiriki.concern.FollowScreen.LeftBehind;
import org.shiriki.concern.FollowScreen.NewPin;
import org.shiriki.concern.FollowScreen.PinSet;
import org.shiriki.concern.FollowScreen.RepeatPin;
import org.shiriki.concern.FollowScreen.WasItFixed;
import org.shiriki.dialogue.Screen;
import org.shiriki.dialogue.Step;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.Turn;
import org.shiriki.dialogue.View;

/// Guarding one's own reports with a PIN.
final class PinMenus {
  private static final Text FOUR_DIGITS = Text.of("PIN ni tarakimu 4.", "A PIN is 4 digits.");
  private static final Text WRONG = Text.of("PIN si sahihi.", "Wrong PIN.");
  private static final Text REFUSED =
      Text.of("Umekosea mara 5. Jaribu baada ya saa moja.", "Wrong 5 times. Try in an hour.");

  private final Pins pins;
  private final Concerns concerns;
  private final Verdicts verdicts;

  PinMenus(Pins pins, Concerns concerns, Verdicts verdicts) {
    this.pins = pins;
    this.concerns = concerns;
    this.verdicts = verdicts;
  }

  View ask(boolean changing, Turn turn) {
    return View.of(Text.of("Andika PIN yako ya hoja:", "Type your PIN for concerns:"))
        .option(Text.of("Nimesahau PIN", "I forgot my PIN"), new ForgotPin())
        .secret(typed ->
            Pin.parse(typed).map(pin -> open(pin, changing, turn)).orElse(Step.again(FOUR_DIGITS)));
  }

  private Step open(Pin pin, boolean changing, Turn turn) {
    return switch (pins.open(turn.key(), pin, turn.now())) {
      case OPENED -> Step.instead(changing ? new NewPin(false) : unlocked(turn));
      case WRONG -> Step.again(WRONG);
      case REFUSED -> Step.again(REFUSED);
    };
  }

  /// Who guards their reports is asked about them only here.
  private Screen unlocked(Turn turn) {
    return verdicts
        .next(turn.key(), true, turn.now())
        .<Screen>map(closing -> new WasItFixed(closing, true))
        .orElseGet(() -> new Mine(concerns.reportedBy(turn.key())));
  }

  View choose(boolean differed, Turn turn) {
    var question =
        Text.of(
            "Andika PIN mpya ya tarakimu 4. Usitumie PIN ya pesa.",
            "Type a new PIN of 4 digits. Not your PIN for money.");
    return View.of(
            differed
                ? Text.of("Hazikufanana.", "They were not the same.").then("\n", question)
                : question)
        .secret(typed ->
            Pin.parse(typed)
                .<Step>map(pin -> Step.instead(new RepeatPin(pins.conceal(turn.key(), pin))))
                .orElse(Step.again(FOUR_DIGITS)));
  }

  View repeat(String concealed, Turn turn) {
    return View.of(Text.of("Andika PIN hiyo tena:", "Type that PIN again:"))
        .secret(typed ->
            Pin.parse(typed).map(pin -> set(concealed, pin, turn)).orElse(Step.again(FOUR_DIGITS)));
  }

  private Step set(String concealed, Pin pin, Turn turn) {
    return pins.set(turn.key(), concealed, pin)
        ? Step.done(new PinSet())
        : Step.instead(new NewPin(true));
  }

  static View isSet() {
    return View.of(
        Text.of(
            "PIN imewekwa. Utaulizwa ukifungua hoja zako. Ukiisahau, hoja za zamani hazitaonekana"
                + " tena kwa simu hii.",
            "Your PIN is set. We ask for it when you open your concerns. If you forget it, this"
                + " phone loses the old ones."));
  }

  View forgot(Turn turn) {
    return View.of(
            Text.of(
                "Tukiondoa PIN, hoja za zamani hazitaunganishwa tena na simu hii. Zitapatikana kwa"
                    + " rejea tu.",
                "If we remove the PIN, old concerns lose their link to this phone. Find them by"
                    + " reference only."))
        .weighty(Text.of("Ondoa PIN, ziache", "Remove it, leave them"), () -> leave(turn))
        .option(Text.of("Hapana", "No"), Step::back);
  }

  private Step leave(Turn turn) {
    pins.leaveBehind(turn.key());
    return Step.done(new LeftBehind());
  }

  static View leftBehind() {
    return View.of(
        Text.of(
            "PIN imeondolewa. Hoja za zamani zinapatikana kwa rejea tu. Hoja mpya zitaonekana hapa.",
            "The PIN is removed. Old concerns are found by reference only. New ones will show"
                + " here."));
  }
}
