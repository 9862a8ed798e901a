package org.shiriki.safety;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import org.shiriki.dialogue.Screens;
import org.shiriki.dialogue.Step;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.Turn;
import org.shiriki.dialogue.View;
import org.shiriki.place.Places;
import org.shiriki.place.Residence;
import org.shiriki.place.Ward;
import org.shiriki.safety.SafetyScreen.AskAge;
import org.shiriki.safety.SafetyScreen.AskContact;
import org.shiriki.safety.SafetyScreen.AskHour;
import org.shiriki.safety.SafetyScreen.AskNumber;
import org.shiriki.safety.SafetyScreen.AskSafeWord;
import org.shiriki.safety.SafetyScreen.AskWord;
import org.shiriki.safety.SafetyScreen.CallNow;
import org.shiriki.safety.SafetyScreen.ChooseKind;
import org.shiriki.safety.SafetyScreen.Filed;
import org.shiriki.safety.SafetyScreen.Groups;
import org.shiriki.safety.SafetyScreen.Heard;
import org.shiriki.safety.SafetyScreen.InDanger;
import org.shiriki.safety.SafetyScreen.Numbers;
import org.shiriki.safety.SafetyScreen.PhoneAlone;
import org.shiriki.safety.SafetyScreen.Standing;
import org.shiriki.safety.SafetyScreen.Write;

/// Telling in confidence on the phone, after the numbers that help at once.
///
/// The age is asked of everybody and before anything else about them: a child may have to tell of
/// any kind, and a question that only some kinds ask would name the kind. The story comes last, and
/// is filed with the press that ends it: no screen shows or carries it.
public final class SafetyScreens implements Screens<SafetyScreen> {
  private static final List<String> FIRST = List.of("emergency", "violence", "child");
  private static final List<String> FOR_CHILDREN = List.of("child", "emergency");
  private static final Text CALL =
      Text.of("Hatari sasa? Piga bure:\n", "Danger now? Call, free:\n");
  private static final Text GO_ON = Text.of("Endelea", "Go on");
  private static final Text YES = Text.of("Ndiyo", "Yes");
  private static final Text NO = Text.of("Hapana", "No");
  private static final Text FEW_WORDS =
      Text.of("Andika maneno machache.", "Please write a few words.");

  private final Cases cases;
  private final Hotlines hotlines;
  private final Places places;

  public SafetyScreens(Cases cases, Hotlines hotlines, Places places) {
    this.cases = cases;
    this.hotlines = hotlines;
    this.places = places;
  }

  @Override
  public Class<SafetyScreen> family() {
    return SafetyScreen.class;
  }

  @Override
  public View show(SafetyScreen screen, Turn turn) {
    return switch (screen) {
      case Numbers _ -> numbers();
      case ChooseKind _ -> chooseKind(turn);
      case Groups _ -> groups();
      case AskAge(var telling) -> askAge(telling);
      case InDanger(var telling) -> inDanger(telling);
      case CallNow(var telling) -> callNow(telling);
      case PhoneAlone(var telling) -> phoneAlone(telling);
      case AskContact(var telling) -> askContact(telling);
      case AskHour(var telling) -> askHour(telling);
      case AskWord(var telling) -> askWord(telling);
      case Write(var telling) -> write(telling, turn);
      case Heard heard -> heard(heard, turn);
      case Filed(var number) -> filed(number);
      case AskNumber _ -> askNumber();
      case AskSafeWord(var number) -> askSafeWord(number, turn);
      case Standing(var stage) -> View.of(stage.words());
    };
  }

  private View numbers() {
    return View.of(
            CALL.then("", hotlines.lines(FIRST))
                .then("\n", Text.of("Toka haraka: 99", "Leave fast: 99")))
        .option(GO_ON, new ChooseKind())
        .option(Text.of("Nina nambari ya siri", "I have a number"), new AskNumber());
  }

  private View chooseKind(Turn turn) {
    var view = View.of(Text.of("Ni kuhusu nini?", "What is it about?"));
    for (var kind : Kind.values()) {
      view = view.option(kind.label(), () -> begin(kind, turn));
    }
    return view;
  }

  private Step begin(Kind kind, Turn turn) {
    if (kind == Kind.GROUPS) {
      cases.countGroups(turn.id(), county(turn), turn.now());
      return Step.done(new Groups());
    }
    var id = UUID.nameUUIDFromBytes((turn.id() + '\n' + kind).getBytes(UTF_8));
    return Step.go(new AskAge(Telling.of(id, kind)));
  }

  private String county(Turn turn) {
    return turn.caller().ward().known().flatMap(places::ward).map(Ward::county).orElse("");
  }

  private View groups() {
    return View.of(
        Text.of(
                "Huduma hii haipokei maelezo ya haya. Piga bila jina, bure:\n",
                "This service takes no details of this. Call without a name, free:\n")
            .then("", Kind.GROUPS.help(hotlines)));
  }

  private View askAge(Telling telling) {
    return View.of(Text.of("Je, una miaka chini ya 18?", "Are you younger than 18?"))
        .option(YES, () -> new Step.End(childLine()))
        .option(NO, new InDanger(telling));
  }

  private Text childLine() {
    return Text.of("Tunakujali. Piga sasa, bure:\n", "We care about you. Call now, free:\n")
        .then("", hotlines.lines(FOR_CHILDREN))
        .then(
            "\n",
            Text.of(
                "Watakusikiliza. Hapa hatuweki lolote.",
                "They will listen. Nothing is kept here."));
  }

  private View inDanger(Telling telling) {
    return View.of(
            telling
                .kind()
                .help(hotlines)
                .then("\n", Text.of("Kuna hatari sasa hivi?", "Is anyone in danger now?")))
        .option(YES, new CallNow(telling))
        .option(NO, new PhoneAlone(telling));
  }

  private View callNow(Telling telling) {
    return View.of(
            Text.of("Piga sasa, ni bure:\n", "Call now, it is free:\n")
                .then("", hotlines.lines(FIRST)))
        .option(GO_ON, new PhoneAlone(telling));
  }

  private static View phoneAlone(Telling telling) {
    return View.of(
            Text.of(
                "Je, simu hii ni yako peke yako? Nambari uliyopiga hubaki kwenye orodha ya simu.",
                "Is this phone yours alone? The number you dialled stays in its list of calls."))
        .option(YES, new AskContact(telling.alone(true)))
        .option(NO, new AskContact(telling.alone(false)));
  }

  private static View askContact(Telling telling) {
    var asked = Text.of("Je, tuwasiliane nawe?", "May we contact you?");
    var caution =
        Text.of(
            "Wengine wanaweza kuona. Ukiwa na shaka, chagua 1.",
            "Others may see it. If in doubt, choose 1.");
    return View.of(telling.alone() ? asked : asked.then("\n", caution))
        .option(NO, new AskWord(telling.wishing(Wish.NONE)))
        .option(Text.of("Nipigieni saa fulani", "Call me at an hour"), new AskHour(telling))
        .option(
            Text.of("SMS isiyotaja jambo", "An SMS that names nothing"),
            new AskWord(telling.wishing(Wish.NEUTRAL_SMS)));
  }

  private static View askHour(Telling telling) {
    return View.of(Text.of("Saa ngapi ni salama?", "Which hour is safe?"))
        .option(
            Text.of("Saa 2 hadi 5 asubuhi", "8 to 11 in the morning"),
            new AskWord(telling.wishing(Wish.CALL_MORNING)))
        .option(
            Text.of("Saa 5 hadi 8 mchana", "11 to 2"),
            new AskWord(telling.wishing(Wish.CALL_MIDDAY)))
        .option(
            Text.of("Saa 8 hadi 11 jioni", "2 to 5 in the afternoon"),
            new AskWord(telling.wishing(Wish.CALL_AFTERNOON)));
  }

  private static View askWord(Telling telling) {
    return View.of(
            Text.of(
                "Ukitaka kuuliza hali baadaye, andika neno la siri la kukumbuka. Au chagua 1.",
                "To ask about it later, write a secret word that you will remember. Or choose 1."))
        .option(Text.of("Bila neno", "No word"), new Write(telling.asking("")))
        .asking(typed ->
            SafeWord.serves(typed)
                ? Step.go(new Write(telling.asking(SafeWord.plain(typed))))
                : Step.again(Text.of("Angalau herufi nne.", "At least four letters.")));
  }

  private View write(Telling telling, Turn turn) {
    return View.of(
            Text.of(
                "Andika kilichotokea: nini, wapi, lini. Jina si lazima. Ukijibu, tunapokea.",
                "Write what happened: what, where, when. No name needed. Your answer is sent."))
        .asking(typed -> typed.isBlank() ? Step.again(FEW_WORDS) : file(telling, typed, turn));
  }

  private Step file(Telling telling, String typed, Turn turn) {
    var phone = telling.wish() == Wish.NONE ? null : turn.phone();
    var number =
        cases.file(
            telling.id(),
            Source.TOLD,
            turn.caller().ward(),
            Story.told(telling.kind(), typed),
            new Safeguards(telling.alone(), telling.wish(), phone, telling.word()),
            turn.now());
    return Step.done(new Filed(telling.word().isEmpty() ? "" : number.written()));
  }

  private View heard(Heard heard, Turn turn) {
    return View.of(
            CALL.then("", hotlines.lines(FIRST))
                .then(
                    "\n",
                    Text.of(
                        "Ripoti hii husomwa na wachache tu.",
                        "Only a few people read this report.")))
        .option(Text.of("Tuma", "Send"), () -> move(heard, turn));
  }

  private Step move(Heard heard, Turn turn) {
    Residence ward = heard.ward().answered() ? heard.ward() : turn.caller().ward();
    cases.file(heard.id(), Source.MOVED, ward, heard.story(), Safeguards.UNASKED, turn.now());
    return Step.done(new Filed(""));
  }

  private View filed(String number) {
    var thanks =
        Text.of(
            "Asante, imepokewa. Husomwa Jumatatu-Ijumaa, saa 2-11.",
            "Thank you, received. It is read Monday-Friday, 8 to 5.");
    var receipt =
        number.isEmpty()
            ? thanks
            : thanks.then(
                "\n",
                Text.of("Nambari: {number}, na neno lako.", "Number: {number}, and your word.")
                    .with("number", number));
    return View.of(receipt.then("\n", hotlines.lines(FIRST)));
  }

  private static View askNumber() {
    return View.of(Text.of("Andika nambari, kama 123-4567:", "Type the number, like 123-4567:"))
        .searching(typed ->
            CaseNumber.parse(typed)
                .<Step>map(number -> Step.go(new AskSafeWord(number)))
                .orElse(Step.again(Text.of("Nambari hiyo ina kosa.", "That number is mistyped."))));
  }

  private View askSafeWord(CaseNumber number, Turn turn) {
    return View.of(Text.of("Andika neno lako la siri:", "Type your secret word:"))
        .asking(typed ->
            cases
                .stage(number, typed, turn.now())
                .<Step>map(stage -> Step.done(new Standing(stage)))
                .orElse(
                    Step.again(
                        Text.of(
                            "Nambari na neno havilingani.",
                            "The number and the word do not match."))));
  }
}
