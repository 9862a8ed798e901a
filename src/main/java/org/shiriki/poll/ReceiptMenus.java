package org.shiriki.poll;

import java.util.List;
import java.util.Optional;
import org.shiriki.citizen.Guesses;
import org.shiriki.dialogue.Step;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.Turn;
import org.shiriki.dialogue.View;
import org.shiriki.poll.PollScreen.Checked;

/// The way to what became of a receipt.
///
/// Receipts of open polls are listed nowhere. A person's own is made anew and compared, so on the
/// phone that answered it is known at once; on any other when the poll is sealed.
final class ReceiptMenus {
  private static final Text MISTYPED =
      Text.of(
          "Risiti ina herufi na tarakimu 6. Iangalie tena.",
          "A receipt has 6 letters and digits. Check it again.");

  private static final Text REFUSED =
      Text.of("Risiti 5 si sahihi. Jaribu baada ya saa moja.", "5 wrong receipts. Try in an hour.");

  private final Polls polls;
  private final Guesses guesses;

  ReceiptMenus(Polls polls, Guesses guesses) {
    this.polls = polls;
    this.guesses = guesses;
  }

  /// A sentence with the caller's receipt in a poll, while there is one.
  Text mine(Poll poll, Turn turn) {
    return polls
        .receipt(new Voter(poll.id(), turn.key()))
        .map(receipt -> Text.of(" Risiti: {code}.", " Receipt: {code}.").with("code", receipt))
        .orElse(Text.NONE);
  }

  View ask(Turn turn) {
    return View.of(Text.of("Andika risiti yako, kama K7M2QX:", "Type your receipt, like K7M2QX:"))
        .searching(typed ->
            Receipt.parse(typed).map(receipt -> check(receipt, turn)).orElse(Step.again(MISTYPED)));
  }

  private Step check(Receipt receipt, Turn turn) {
    var mine =
        polls.all().stream()
            .filter(poll -> !poll.closedAt(turn.now()) || !polls.sealed(poll.id()))
            .map(poll -> new Voter(poll.id(), turn.key()))
            .toList();
    if (polls.receipts(mine).containsValue(receipt)) {
      return Step.go(new Checked(true, List.of()));
    }
    var tried =
        guesses.look(
            turn.key(),
            Guesses.Kind.RECEIPT,
            turn.now(),
            () -> Optional.of(polls.counted(receipt)).filter(counted -> !counted.isEmpty()));
    return switch (tried) {
      case Guesses.Try.Right<List<PollId>>(var counted) -> Step.go(new Checked(false, counted));
      case Guesses.Try.Wrong<List<PollId>> _ -> Step.go(new Checked(false, List.of()));
      case Guesses.Try.Refused<List<PollId>> _ -> Step.again(REFUSED);
    };
  }

  /// That what somebody answered before they left everything stands.
  static View spent(Poll poll) {
    return View.of(
        Text.of(
                "{title}. Ulijibu maoni haya awali. Jibu hilo linahesabiwa, bila kuunganishwa"
                    + " nawe, na halibadilishwi tena.",
                "{title}. You answered this poll before. That answer counts, is linked to"
                    + " nobody, and cannot be changed any more.")
            .with("title", poll.title()));
  }

  View checked(Checked checked) {
    if (!checked.counted().isEmpty()) {
      var titles =
          checked.counted().stream()
              .flatMap(id -> polls.find(id).stream())
              .map(Poll::title)
              .reduce((before, title) -> before.then(", ", title))
              .orElse(Text.NONE);
      return View.of(
          Text.of("Risiti hiyo imehesabiwa: {title}.", "That receipt is counted: {title}.")
              .with("title", titles));
    }
    return View.of(
        checked.kept()
            ? Text.of(
                "Jibu lako limehifadhiwa. Litahesabiwa maoni yakifungwa.",
                "Your answer is kept. It will be counted when the poll closes.")
            : Text.of(
                "Risiti hiyo haimo katika maoni yaliyofungwa. Ya maoni yaliyo wazi hujulikana kwa"
                    + " simu iliyojibu tu.",
                "No closed poll has that receipt. One of an open poll is known only on the phone"
                    + " that answered."));
  }
}
