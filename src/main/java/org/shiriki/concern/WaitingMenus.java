package org.shiriki.concern;

import java.util.Optional;
import org.shiriki.concern.FollowScreen.OfficeWrote;
import org.shiriki.dialogue.Gsm7;
import org.shiriki.dialogue.Screen;
import org.shiriki.dialogue.Step;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.Turn;
import org.shiriki.dialogue.View;

/// Showing an office's reply to whom no SMS has brought it.
final class WaitingMenus {
  private final Replies replies;

  WaitingMenus(Replies replies) {
    this.replies = replies;
  }

  Optional<Screen> waiting(Turn turn) {
    return replies.next(turn.key(), turn.now()).map(OfficeWrote::new);
  }

  View show(Replies.Waiting reply, Turn turn) {
    return words(reply.knownAs(), reply.words())
        .option(
            Text.of("Nimesoma", "I have read it"),
            () -> {
              replies.seen(reply, turn.key());
              return Step.home();
            });
  }

  /// A reply as a phone shows it.
  static View words(Reference knownAs, String words) {
    return View.of(
        Text.of("Jibu la ofisi, hoja {reference}:\n", "The office's reply, {reference}:\n")
            .with("reference", knownAs.written())
            .then("", Text.same(Gsm7.plain(words))));
  }
}
