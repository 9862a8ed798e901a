package org.shiriki.concern;

import java.util.function.Supplier;
import org.shiriki.citizen.CitizenScreen.AskConsent;
import org.shiriki.citizen.CitizenScreen.ChooseCounty;
import org.shiriki.citizen.Guesses;
import org.shiriki.concern.ConcernScreen.ChooseCategory;
import org.shiriki.concern.ConcernScreen.Confirm;
import org.shiriki.concern.ConcernScreen.Contact;
import org.shiriki.concern.ConcernScreen.Describe;
import org.shiriki.concern.ConcernScreen.Filed;
import org.shiriki.concern.ConcernScreen.FindByReference;
import org.shiriki.concern.ConcernScreen.Followed;
import org.shiriki.concern.ConcernScreen.Mine;
import org.shiriki.concern.ConcernScreen.MyReports;
import org.shiriki.concern.ConcernScreen.Remedy;
import org.shiriki.concern.ConcernScreen.Unnamed;
import org.shiriki.concern.FollowScreen.Offered;
import org.shiriki.dialogue.Gsm7;
import org.shiriki.dialogue.Screen;
import org.shiriki.dialogue.Screens;
import org.shiriki.dialogue.Step;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.Turn;
import org.shiriki.dialogue.View;
import org.shiriki.office.Category;
import org.shiriki.office.Directory;
import org.shiriki.office.Directory.Route;
import org.shiriki.office.Office;
import org.shiriki.place.Places;
import org.shiriki.place.Ward;

/// Reporting a concern on the phone, and following it.
public final class ConcernScreens implements Screens<ConcernScreen> {
  private static final Text SAFETY = Text.of("Usalama na siri", "Safety and private");
  private static final Text FEW_WORDS =
      Text.of("Andika maneno machache.", "Please write a few words.");

  private static final Text YOU_WROTE = Text.of("Uliandika: ", "You wrote: ");
  private static final Text GO_ON = Text.of("Endelea", "Go on");

  private final Concerns concerns;
  private final Supplier<Directory> directory;
  private final Places places;
  private final Screen safety;
  private final DangerWatch danger;
  private final FollowMenus reports;

  /// The screens.
  ///
  /// @param safety where the last line of the first menu leads
  /// @param danger looks at every report before it is filed
  public ConcernScreens(
      Concerns concerns,
      Pins pins,
      Guesses guesses,
      Supplier<Directory> directory,
      Places places,
      Screen safety,
      DangerWatch danger) {
    this.safety = safety;
    this.danger = danger;
    this.concerns = concerns;
    this.directory = directory;
    this.places = places;
    this.reports = new FollowMenus(concerns, pins, guesses, this::category, this::place);
  }

  @Override
  public Class<ConcernScreen> family() {
    return ConcernScreen.class;
  }

  @Override
  public View show(ConcernScreen screen, Turn turn) {
    return switch (screen) {
      case ChooseCategory _ -> chooseCategory(turn);
      case Describe(var draft, var changing) -> describe(draft, changing, turn);
      case Remedy(var draft) -> remedy(draft);
      case Contact(var draft) -> contact(draft, turn);
      case Unnamed(var draft) -> unnamed(draft);
      case Confirm(var draft) -> confirm(draft, turn);
      case Filed filed -> FollowMenus.receipt(filed, turn);
      case MyReports _ -> reports.ways(turn);
      case Mine(var own) -> reports.mine(own, turn);
      case FindByReference _ -> reports.find(turn);
      case Followed(var progress) -> reports.followed(progress);
    };
  }

  private View chooseCategory(Turn turn) {
    var view = View.of(Text.of("Hoja inahusu nini?", "What is it about?"));
    for (var category : directory.get().categories()) {
      view = view.option(category.title(), () -> begin(category, turn));
    }
    return view.option(SAFETY, safety);
  }

  private static Step begin(Category category, Turn turn) {
    var ward = turn.caller().ward();
    var offered = Offered.unlisted(Draft.about(category.id(), turn.id()).in(ward));
    return Step.go(ward.answered() ? offered : new ChooseCounty(offered));
  }

  private View describe(Draft draft, boolean changing, Turn turn) {
    var view =
        View.of(question(draft))
            .asking(typed ->
                typed.isBlank()
                    ? Step.again(FEW_WORDS)
                    : described(draft.in(turn.caller().ward()).writing(typed), changing));
    return draft.tooShort() ? view : view.option(GO_ON, after(draft, changing));
  }

  private Text question(Draft draft) {
    if (draft.text().isEmpty()) {
      return category(draft.category())
          .then("\n", Text.of("Kwa: ", "To: "))
          .then("", receiver(draft.category()))
          .then(
              "\n",
              Text.of(
                  "Andika tatizo: ni nini, wapi, tangu lini?",
                  "Write what is wrong: what, where, since when?"));
    }
    return draft.tooShort()
        ? Text.of("Umeandika: ", "You wrote: ")
            .then("", words(draft.text()))
            .then(
                "\n",
                Text.of(
                    "Tafadhali ongeza kidogo: ni nini, wapi?",
                    "Please add a little: what, and where?"))
        : Text.of("Andika upya, au chagua 1.", "Write it anew, or choose 1.")
            .then("\n", YOU_WROTE)
            .then("", words(draft.text()));
  }

  private Step described(Draft draft, boolean changing) {
    var takenOver = danger.takeOver(draft);
    if (takenOver.isPresent()) {
      return Step.go(takenOver.get());
    }
    if (draft.tooShort()) {
      return Step.instead(new Describe(draft, changing));
    }
    return Step.over(new Describe(draft, changing), after(draft, changing));
  }

  private static ConcernScreen after(Draft draft, boolean changing) {
    return changing ? new Confirm(draft) : new Remedy(draft);
  }

  private View remedy(Draft draft) {
    var view =
        draft.remedy().isEmpty()
            ? View.of(
                    Text.of(
                        "Unaona nini kingesaidia? Andika, au chagua 1.",
                        "What would fix it, do you think? Write it, or choose 1."))
                .option(Text.of("Ruka", "Skip"), new Contact(draft))
            : View.of(
                    Text.of(
                            "Unaona nini kingesaidia? Andika upya, au chagua 1.",
                            "What would fix it, do you think? Write it anew, or choose 1.")
                        .then("\n", YOU_WROTE)
                        .then("", words(draft.remedy())))
                .option(GO_ON, new Contact(draft));
    return view.asking(
        typed -> typed.isBlank() ? Step.again(FEW_WORDS) : remedied(draft.fixedBy(typed)));
  }

  private Step remedied(Draft draft) {
    var takenOver = danger.takeOver(draft);
    return takenOver.isPresent()
        ? Step.go(takenOver.get())
        : Step.over(new Remedy(draft), new Contact(draft));
  }

  private static View contact(Draft draft, Turn turn) {
    return View.of(
            Text.of(
                "Tukujibu kwa simu hii? Bila jina hatuweki nambari yako; utafuata kwa rejea tu.",
                "May we answer on this phone? Without a name we keep no number; you follow by"
                    + " reference only."))
        .option(Text.of("Ndiyo, nijibuni", "Yes, answer me"), () -> named(draft, turn))
        .option(
            Text.of("Hapana, bila jina", "No, without my name"),
            new Confirm(draft.anonymous(true)));
  }

  private static Step named(Draft draft, Turn turn) {
    var confirm = new Confirm(draft.anonymous(false));
    return Step.go(
        turn.caller().consented()
            ? confirm
            : new AskConsent(confirm, new Unnamed(draft.anonymous(true))));
  }

  private static View unnamed(Draft draft) {
    return View.of(
            Text.of(
                "Sawa. Bila idhini hatuweki nambari yako. Bado unaweza kutuma bila jina na kufuata"
                    + " kwa rejea.",
                "All right. Without consent we keep no number. You can still send without a name"
                    + " and follow by reference."))
        .option(GO_ON, new Confirm(draft))
        .option(Text.of("Acha", "Cancel"), Step::home);
  }

  private View confirm(Draft draft, Turn turn) {
    var route = route(draft);
    return View.of(summary(draft, route))
        .weighty(Text.of("Tuma", "Send"), () -> send(draft, route, turn))
        .option(Text.of("Badili", "Change"), () -> Step.instead(new Describe(draft, true)))
        .option(Text.of("Acha", "Cancel"), Step::home);
  }

  private Text summary(Draft draft, Route route) {
    var receiver = directory.get().office(route.office()).map(Office::name);
    var summary =
        Text.of("Kwa: ", "To: ")
            .then("", receiver.orElseGet(() -> receiver(draft.category())))
            .then("\n", category(draft.category()))
            .then(", ", place(draft))
            .then("\n", words(draft.text()));
    if (!draft.remedy().isEmpty()) {
      summary = summary.then("\n", Text.of("Suluhisho: ", "Fix: ")).then("", words(draft.remedy()));
    }
    return summary.then(
        "\f",
        draft.anonymous()
            ? Text.of("Bila jina.", "Without your name.")
            : Text.of("Jibu: simu hii.", "Answer: this phone."));
  }

  private Step send(Draft draft, Route route, Turn turn) {
    var takenOver = danger.takeOver(draft);
    if (takenOver.isPresent()) {
      return Step.go(takenOver.get());
    }
    if (!draft.anonymous() && !turn.caller().consented()) {
      return named(draft, turn);
    }
    var reference = concerns.file(draft, turn.key(), route, turn.now());
    return Step.done(new Filed(reference, draft.anonymous(), route.targets().answer()));
  }

  private Route route(Draft draft) {
    var ward = draft.ward().known().flatMap(places::ward);
    return directory
        .get()
        .route(
            draft.category(),
            ward.map(Ward::county).orElse(Directory.ANY),
            ward.map(Ward::code).orElse(Directory.ANY));
  }

  private Text category(String id) {
    return directory.get().category(id).map(Category::title).orElse(Text.same(id));
  }

  private Text receiver(String category) {
    return directory.get().category(category).map(Category::receiver).orElse(Text.NONE);
  }

  private Text place(Draft draft) {
    return place(draft.ward().known().orElse(""));
  }

  private Text place(String ward) {
    return places
        .ward(ward)
        .map(known -> Text.same(places.inFull(known)))
        .orElse(Text.of("wadi haijulikani", "ward not known"));
  }

  /// A person's own words as a phone can show them.
  private static Text words(String typed) {
    return Text.same(Gsm7.plain(typed));
  }
}
