package org.shiriki.poll;

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

  private final Polls polls;

  ReceiptMenus(Polls polls) {
    this.polls = polls;
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
            Receipt.parse(typed)
                .map(receipt -> Step.go(check(receipt, turn)))
                .orElse(Step.again(MISTYPED)));
  }

  private Checked check(Receipt receipt, Turn turn) {
    var mine =
        polls.all().stream()
            .filter(poll -> !poll.closedAt(turn.now()) || !polls.sealed(poll.id()))
            .map(poll -> new Voter(poll.id(), turn.key()))
            .toList();
    return new Checked(polls.receipts(mine).containsValue(receipt), polls.counted(receipt));
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
