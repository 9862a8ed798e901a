package org.shiriki.concern;

import java.util.List;
import java.util.function.Supplier;
import org.shiriki.citizen.CitizenScreen.ChooseCounty;
import org.shiriki.concern.ConcernScreen.Confirm;
import org.shiriki.concern.ConcernScreen.Contact;
import org.shiriki.concern.ConcernScreen.Describe;
import org.shiriki.concern.WrittenScreen.Ready;
import org.shiriki.concern.WrittenScreen.Sort;
import org.shiriki.concern.WrittenScreen.Unclear;
import org.shiriki.concern.WrittenScreen.Where;
import org.shiriki.dialogue.Gsm7;
import org.shiriki.dialogue.Screen;
import org.shiriki.dialogue.Screens;
import org.shiriki.dialogue.Step;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.Turn;
import org.shiriki.dialogue.View;
import org.shiriki.office.Directory;
import org.shiriki.place.Places;
import org.shiriki.place.Residence;

/// A concern that came in one piece: only what is missing is asked.
public final class WrittenScreens implements Screens<WrittenScreen> {
  private static final Text NUMBERS =
      Text.of("Uko hatarini? Piga 999 au 112.", "In danger? Call 999 or 112.");
  private static final Text THANKS =
      Text.of("Sawa. Asante kwa kuandika.", "All right. Thank you for writing.");

  private final Supplier<Directory> directory;
  private final Places places;
  private final Screen information;

  /// The screens.
  ///
  /// @param information where those are led who wanted to know something
  public WrittenScreens(Supplier<Directory> directory, Places places, Screen information) {
    this.directory = directory;
    this.places = places;
    this.information = information;
  }

  @Override
  public Class<WrittenScreen> family() {
    return WrittenScreen.class;
  }

  @Override
  public Screen arrive(WrittenScreen screen, Turn turn) {
    return screen instanceof Ready(var draft) ? next(draft, turn) : screen;
  }

  /// What is missing; nothing but a last look if the person may be answered already.
  private static Screen next(Draft draft, Turn turn) {
    var placed = draft.in(turn.caller().ward());
    if (!placed.ward().answered()) {
      return new ChooseCounty(new Ready(draft));
    }
    if (placed.tooShort()) {
      return new Describe(placed, false);
    }
    return turn.caller().consented() ? new Confirm(placed.anonymous(false)) : new Contact(placed);
  }

  @Override
  public View show(WrittenScreen screen, Turn turn) {
    return switch (screen) {
      case Unclear(var draft, var cry) -> unclear(draft, cry);
      case Where(var draft, var wards) -> where(draft, wards);
      case Sort(var draft) -> sort(draft);
      case Ready(var draft) ->
          View.of(words(draft)).option(Text.of("Endelea", "Go on"), () -> Step.instead(screen));
    };
  }

  private View unclear(Draft draft, boolean cry) {
    var question =
        Text.of("Uliandika: {words}\nUnataka nini?", "You wrote: {words}\nWhat would you like?")
            .with("words", words(draft));
    return View.of(cry ? NUMBERS.then("\n", question) : question)
        .option(Text.of("Ripoti", "Report it"), () -> Step.go(sorted(draft)))
        .option(Text.of("Habari", "Information"), information)
        .option(Text.of("Hapana", "Neither"), () -> new Step.End(THANKS));
  }

  private static Screen sorted(Draft draft) {
    return draft.category().isEmpty() ? new Sort(draft) : new Ready(draft);
  }

  private View where(Draft draft, List<String> wards) {
    var view = View.of(Text.of("Ni wadi ipi?", "Which ward?"));
    for (var code : wards) {
      var name = places.ward(code).map(places::inFull).orElse(code);
      view = view.option(Text.same(name), () -> Step.go(sorted(draft.in(new Residence.In(code)))));
    }
    return view;
  }

  private View sort(Draft draft) {
    var view =
        View.of(
            Text.of(
                    "Uliandika: {words}\nHoja inahusu nini?",
                    "You wrote: {words}\nWhat is it about?")
                .with("words", words(draft)));
    for (var category : directory.get().categories()) {
      view = view.option(category.title(), () -> Step.go(new Ready(draft.about(category))));
    }
    return view;
  }

  private static Text words(Draft draft) {
    return Text.same(Gsm7.plain(draft.text()));
  }
}
