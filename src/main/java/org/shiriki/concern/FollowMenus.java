package org.shiriki.concern;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.shiriki.citizen.Guesses;
import org.shiriki.concern.ConcernScreen.ChooseCategory;
import org.shiriki.concern.ConcernScreen.Filed;
import org.shiriki.concern.ConcernScreen.FindByReference;
import org.shiriki.concern.ConcernScreen.Followed;
import org.shiriki.concern.ConcernScreen.Mine;
import org.shiriki.concern.FollowScreen.AskPin;
import org.shiriki.concern.FollowScreen.NewPin;
import org.shiriki.dialogue.Gsm7;
import org.shiriki.dialogue.Screen;
import org.shiriki.dialogue.Step;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.Turn;
import org.shiriki.dialogue.View;

/// The ways to a filed concern: from the list of one's own, or by its reference.
final class FollowMenus {
  private static final Text BY_REFERENCE = Text.of("Tafuta kwa rejea", "Find by reference");
  private static final Text MISTYPED =
      Text.of("Rejea hiyo ina kosa. Iangalie tena.", "That reference is mistyped. Check it again.");
  private static final Text REFUSED =
      Text.of(
          "Rejea 5 si sahihi. Jaribu baada ya saa moja. Zako ziko wazi.",
          "5 wrong references. Try in an hour. Your own stay open.");
  private static final Text UNKNOWN =
      Text.of("Hakuna hoja yenye rejea hiyo.", "No concern has that reference.");

  private final Concerns concerns;
  private final Pins pins;
  private final Guesses guesses;
  private final Function<String, Text> categories;
  private final Function<String, Text> wards;

  /// The menus.
  ///
  /// @param categories a category's title by its id
  /// @param wards a ward's name by its code
  FollowMenus(
      Concerns concerns,
      Pins pins,
      Guesses guesses,
      Function<String, Text> categories,
      Function<String, Text> wards) {
    this.concerns = concerns;
    this.pins = pins;
    this.guesses = guesses;
    this.categories = categories;
    this.wards = wards;
  }

  /// What a person gets in hand for a concern that was filed just now.
  static View receipt(Filed filed, Turn turn) {
    var follow =
        switch (turn.door()) {
          case USSD -> Text.of("5. Ripoti zangu", "5. My reports");
          case SMS -> Text.of("tuma HALI {reference}", "send STATUS {reference}");
        };
    var receipt =
        filed.anonymous()
            ? Text.of(
                "Asante! Imepokewa. Rejea:\n{reference}\nIandike: ndiyo njia pekee ya kufuata hoja."
                    + " Jibu: ndani ya siku {days}. Kufuata: {follow}.",
                "Thank you! Received. Reference:\n{reference}\nWrite it down: it is the only way to"
                    + " follow. Answer: within {days} days. Follow: {follow}.")
            : Text.of(
                "Asante! Imepokewa. Rejea:\n{reference}\nTarajia jibu ndani ya siku {days}."
                    + " Kufuata: {follow}.",
                "Thank you! Received. Reference:\n{reference}\nExpect an answer within {days} days."
                    + " Follow: {follow}.");
    return View.of(
        receipt
            .with("follow", follow)
            .with("reference", filed.reference().written())
            .with("days", filed.days()));
  }

  View ways(Turn turn) {
    return View.of(Text.of("Fuatilia hoja yako.", "Follow your concern."))
        .option(Text.of("Hoja nilizotuma", "My concerns"), () -> Step.go(own(turn)))
        .option(BY_REFERENCE, new FindByReference())
        .option(
            Text.of("Linda hoja kwa PIN", "Guard with a PIN"),
            () -> Step.go(pins.guards(turn.key()) ? new AskPin(true) : new NewPin(false)));
  }

  /// The list; or first the PIN, where one is set.
  private Screen own(Turn turn) {
    if (!turn.caller().consented()) {
      return new Mine(List.of());
    }
    return pins.guards(turn.key()) ? new AskPin(false) : new Mine(concerns.reportedBy(turn.key()));
  }

  View mine(List<Concern> own, Turn turn) {
    if (own.isEmpty()) {
      return View.of(
              Text.of(
                  "Bado hakuna hoja kwa simu hii. Hoja za bila jina hufuatwa kwa rejea.",
                  "No concern on this phone yet. Those without a name are followed by reference."))
          .option(Text.of("Ripoti hoja", "Report a concern"), new ChooseCategory())
          .option(BY_REFERENCE, new FindByReference());
    }
    var view = View.of(Text.of("Hoja zako:", "Your concerns:"));
    for (var concern : own) {
      view = view.option(line(concern, turn.now()), () -> open(concern));
    }
    return view;
  }

  private Text line(Concern concern, Instant now) {
    return categories
        .apply(concern.category())
        .then(": ", concern.status().words())
        .then(", ", Age.of(concern.filed(), now));
  }

  private Step open(Concern concern) {
    return concerns
        .find(concern.reference())
        .<Step>map(progress -> Step.go(new Followed(progress)))
        .orElse(Step.again(UNKNOWN));
  }

  View find(Turn turn) {
    return View.of(Text.of("Andika rejea, kama ABC-DEFG:", "Type the reference, like ABC-DEFG:"))
        .searching(typed ->
            Reference.parse(typed)
                .map(reference -> find(reference, turn))
                .orElse(Step.again(MISTYPED)));
  }

  private Step find(Reference reference, Turn turn) {
    var own =
        concerns.reportedBy(turn.key()).stream()
            .anyMatch(concern -> concern.reference().equals(reference));
    if (own) {
      return concerns.find(reference).map(FollowMenus::told).orElse(Step.again(UNKNOWN));
    }
    var tried =
        guesses.look(
            turn.key(), Guesses.Kind.REFERENCE, turn.now(), () -> concerns.find(reference));
    return switch (tried) {
      case Guesses.Try.Right<Progress>(var progress) -> told(progress);
      case Guesses.Try.Wrong<Progress> _ -> Step.again(UNKNOWN);
      case Guesses.Try.Refused<Progress> _ -> Step.again(REFUSED);
    };
  }

  /// What is told to whoever holds a reference, since anybody may.
  private static Step told(Progress progress) {
    return Step.go(new Followed(progress.withoutPlace()));
  }

  View followed(Progress progress) {
    var concern = progress.concern();
    var latest = progress.history().getLast();
    var text =
        Text.of("Rejea: ", "Reference: ")
            .then("", Text.same(concern.reference().written()))
            .then("\n", categories.apply(concern.category()));
    if (concern.ward().answered()) {
      text = text.then(", ", wards.apply(concern.ward().code()));
    }
    text = text.then("\n", Text.of("Hali: ", "Status: ")).then("", line(latest));
    if (progress.history().size() > 1) {
      text = text.then("\f", Text.of("Historia:", "History:"));
      for (var event : progress.history().subList(0, progress.history().size() - 1)) {
        text = text.then("\n", line(event));
      }
    }
    return View.of(text);
  }

  private static Text line(Progress.Event event) {
    var line = event.status().words().then(", ", Text.same(Age.day(event.at())));
    return event.note().isEmpty() ? line : line.then(". ", Text.same(Gsm7.plain(event.note())));
  }
}
