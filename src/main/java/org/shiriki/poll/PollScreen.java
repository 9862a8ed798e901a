package org.shiriki.poll;

import java.util.List;
import org.shiriki.dialogue.Screen;

/// The screens of opinion polls. None carries what was chosen.
///
/// ```
/// NoElection ──> OpenPolls
/// OpenPolls ──> Notice ──(consent)──> Ask 1 ──> Ask 2 … ──> Thanks
///     │  ├────> Spent                  │
///     │  └────> Revisit ──────────────^│
///     │            └──> MyAnswers      └─ too late ──> Closed
///     ├───────> ClosedPolls ──> Results <────────────────┘
///     └───────> CheckReceipt ──> Checked
/// ```
public sealed interface PollScreen extends Screen {
  /// A line of the list of open polls.
  ///
  /// @param answered whether the caller had answered all of it when the list was made
  record Listed(PollId poll, boolean answered) {}

  /// The polls that the caller can answer, those not answered yet first.
  record OpenPolls(List<Listed> polls) implements PollScreen {
    public OpenPolls {
      polls = List.copyOf(polls);
    }

    /// The list yet to be made, which is done when a person comes to it.
    public static OpenPolls unlisted() {
      return new OpenPolls(List.of());
    }
  }

  /// Tells somebody who speaks of voting that opinion polls are no election.
  record NoElection() implements PollScreen {}

  /// Says what a poll is and is not, before its first question.
  ///
  /// @param question where it begins: 1, or further on if it was broken off
  record Notice(PollId poll, int question) implements PollScreen {}

  /// One question.
  ///
  /// @param question counted from 1
  /// @param again whether the poll was answered before, so that each answer may stay as it is
  record Ask(PollId poll, int question, boolean again) implements PollScreen {
    /// What was answered is counted; what would be lost is how far the person has come.
    @Override
    public boolean holdsWork() {
      return question > 1;
    }
  }

  /// The receipt after the last question.
  record Thanks(PollId poll) implements PollScreen {}

  /// A poll that the caller has answered.
  record Revisit(PollId poll) implements PollScreen {}

  /// What the caller has answered.
  record MyAnswers(PollId poll) implements PollScreen {}

  /// Says that the caller answered before they left everything, and that this answer stands.
  record Spent(PollId poll) implements PollScreen {}

  /// Says that a poll closed while the caller was answering.
  record Closed(PollId poll) implements PollScreen {}

  /// The closed polls of the caller's place, the latest first.
  record ClosedPolls(List<PollId> polls) implements PollScreen {
    public ClosedPolls {
      polls = List.copyOf(polls);
    }
  }

  /// The result of a closed poll, with its method.
  record Results(PollId poll) implements PollScreen {}

  /// Asks for a receipt.
  record CheckReceipt() implements PollScreen {}

  /// What became of a receipt, which is not repeated here.
  ///
  /// @param kept whether it is the caller's own in a poll that is not sealed
  /// @param counted the sealed polls that count it
  record Checked(boolean kept, List<PollId> counted) implements PollScreen {
    public Checked {
      counted = List.copyOf(counted);
    }
  }
}
