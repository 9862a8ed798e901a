package org.shiriki.poll;

import java.util.ArrayList;
import java.util.List;
import org.shiriki.dialogue.Proof;
import org.shiriki.dialogue.Text;

/// A question with two to nine answers to choose from.
///
/// @param options numbered from 1 in the order of this list
/// @param skippable whether a person may pass it over
/// @param kind whether the house asks such a question at all is for [PollLint]
public record Question(Text text, List<Text> options, boolean skippable, Kind kind) {
  /// What a question is about.
  public enum Kind {
    /// Services, plans, how things are.
    OPINION,
    /// Whom or which party people would choose in an election.
    CANDIDATE_PREFERENCE
  }

  private static final int FEWEST = 2;
  private static final int MOST = 9;

  /// In septets, so that the first answers stand on the same screen.
  private static final int LONGEST = 80;

  public Question {
    options = List.copyOf(options);
  }

  /// Whether it can be answered so.
  boolean takes(int option) {
    return option == Ballot.SKIPPED ? skippable : option > 0 && option <= options.size();
  }

  /// What is wrong with it, in words for whoever wrote it.
  List<String> faults() {
    var faults =
        new ArrayList<>(
            new Proof()
                .text("text", text, LONGEST)
                .note(
                    options.size() < FEWEST || options.size() > MOST,
                    "has %d options; 2 to 9 are possible".formatted(options.size()))
                .faults());
    for (var number = 1; number <= options.size(); number++) {
      var option = new Proof().text("option " + number, options.get(number - 1), Proof.LABEL);
      faults.addAll(option.faults());
    }
    return faults;
  }
}
