package org.shiriki.poll;

import java.util.ArrayList;
import java.util.List;
import org.shiriki.place.Places;

/// Reads a poll before people do, and says what keeps it from being put to them, in words for its
/// author.
///
/// @param blackouts the silent days
/// @param candidates whether the house asks whom people would choose in an election
public record PollLint(Places places, List<Blackout> blackouts, boolean candidates) {
  public PollLint {
    blackouts = List.copyOf(blackouts);
  }

  /// All that is wrong; nothing if it may be scheduled.
  public List<String> faults(Poll poll) {
    var faults = new ArrayList<>(poll.faults(places));
    for (var number = 1; number <= poll.questions().size(); number++) {
      if (poll.question(number).kind() == Question.Kind.CANDIDATE_PREFERENCE) {
        faults.addAll(candidates(poll, "question " + number + ": "));
      }
    }
    Blackout.silence(blackouts, poll, poll.opens(), places)
        .ifPresent(day ->
            faults.add("opens in the silent days before the election of " + day + " (Cap. 7B)"));
    return List.copyOf(faults);
  }

  private List<String> candidates(Poll poll, String where) {
    if (!candidates) {
      return List.of(where + "asks for a candidate or party, and polls.candidates is no");
    }
    return poll.electionRelated()
        ? List.of()
        : List.of(where + "asks for a candidate or party, so the poll is about an election");
  }
}
