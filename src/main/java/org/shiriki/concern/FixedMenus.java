package org.shiriki.concern;

import java.util.Optional;
import java.util.function.Function;
import org.shiriki.concern.ConcernScreen.Mine;
import org.shiriki.concern.FollowScreen.Answered;
import org.shiriki.concern.FollowScreen.WasItFixed;
import org.shiriki.dialogue.Screen;
import org.shiriki.dialogue.Step;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.Turn;
import org.shiriki.dialogue.View;

/// Asking those whom a closed concern concerns whether it was put right.
final class FixedMenus {
  private final Verdicts verdicts;
  private final Concerns concerns;
  private final Function<String, Text> categories;

  /// The menus.
  ///
  /// @param categories a category's title by its id
  FixedMenus(Verdicts verdicts, Concerns concerns, Function<String, Text> categories) {
    this.verdicts = verdicts;
    this.concerns = concerns;
    this.categories = categories;
  }

  Optional<Screen> waiting(Turn turn) {
    return verdicts
        .next(turn.key(), false, turn.now())
        .map(closing -> new WasItFixed(closing, false));
  }

  View ask(Closing closing, boolean unlocked, Turn turn) {
    var question =
        Text.of("Ofisi imeandika: ", "The office wrote: ")
            .then("", closing.status().words())
            .then(".\n", categories.apply(closing.category()))
            .then(", ", Text.same(closing.reference().written()))
            .then(
                "\n",
                Text.of("Je, imetatuliwa kweli? (0: baadaye)", "Was it really fixed? (0: later)"));
    var view =
        View.of(question)
            .option(Text.of("Ndiyo", "Yes"), () -> say(closing, Verdict.YES, turn))
            .option(Text.of("Hapana", "No"), () -> say(closing, Verdict.NO, turn))
            .option(Text.of("Kwa kiasi", "Partly"), () -> say(closing, Verdict.PARTLY, turn));
    return unlocked
        ? view.option(
            Text.of("Hoja zangu", "My concerns"),
            () -> Step.instead(new Mine(concerns.reportedBy(turn.key()))))
        : view;
  }

  private Step say(Closing closing, Verdict verdict, Turn turn) {
    verdicts.say(closing, turn.key(), verdict, turn.now());
    return Step.done(new Answered(closing.reference(), verdict));
  }

  static View answered(Answered answered) {
    var thanks =
        switch (answered.verdict()) {
          case YES -> Text.of("Asante! Tumeandika: imetatuliwa.", "Thank you! Noted: fixed.");
          case NO ->
              Text.of(
                  "Asante. Hoja imefunguliwa tena; ofisi itaiona.",
                  "Thank you. The concern is open again; the office will see it.");
          case PARTLY ->
              Text.of("Asante. Tumeandika: kwa kiasi.", "Thank you. Noted: fixed in part.");
        };
    return View.of(
        thanks.then(
            "\n",
            Text.of("Rejea: {reference}", "Reference: {reference}")
                .with("reference", answered.reference().written())));
  }
}
