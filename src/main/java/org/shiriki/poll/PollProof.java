package org.shiriki.poll;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shiriki.api.Problem;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Preview;
import org.shiriki.dialogue.Proof;
import org.shiriki.dialogue.Turn;
import org.shiriki.poll.PollScreen.Ask;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;

/// Reads a poll before people do: what is wrong with it, and what phones will show, made by the
/// very screens that will show it.
final class PollProof {
  private final PollLint lint;
  private final PollScreens screens;

  PollProof(PollLint lint, PollScreens screens) {
    this.lint = lint;
    this.screens = screens;
  }

  /// What came of it.
  record Read(List<Problem.Fault> faults, List<Preview> screens) {}

  Read read(Poll poll) {
    var pages = new ArrayList<Preview>();
    poll.languages().stream().sorted().forEach(language -> pages.addAll(pages(poll, language)));
    return new Read(Arrays.asList(faults(poll)), pages);
  }

  /// What keeps it from being put to people.
  Problem.Fault[] faults(Poll poll) {
    return told(lint.faults(poll));
  }

  static Problem.Fault[] told(List<String> faults) {
    return faults.stream()
        .map(fault -> new Problem.Fault(pointer(fault), fault))
        .toArray(Problem.Fault[]::new);
  }

  /// Names are the same in every language.
  private static String pointer(String fault) {
    return Proof.pointer(fault).replaceFirst("^(/sponsor|/conductor)/.*", "$1");
  }

  private List<Preview> pages(Poll poll, Language language) {
    var caller = Caller.STRANGER.speaking(language).consenting();
    var turn =
        new Turn("preview", new Phone("+254700000000"), new PhoneKey(""), caller, poll.opens());
    var pages = new ArrayList<>(Preview.of("notice", PollScreens.notice(poll, 1, turn), language));
    for (var number = 1; number <= poll.questions().size(); number++) {
      var view = screens.ask(poll, new Ask(poll.id(), number, false), turn);
      pages.addAll(Preview.of("question " + number, view, language));
    }
    return pages;
  }
}
