package org.shiriki.poll;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shiriki.poll.Ballot.Choice;

/// Keeps polls, and counts what people answer.
public interface Polls {
  /// What became of an answer.
  sealed interface Answer {
    /// It is the first answer of this person to the question, and counts.
    record Counted() implements Answer {}

    /// It counts in place of the person's earlier answer to the question.
    record Changed() implements Answer {}

    /// It does not count: the poll is not open, or does not ask this any more.
    record Closed() implements Answer {}
  }

  /// All polls, past and future ones included, the one that closes first before the others; held in
  /// memory.
  List<Poll> all();

  /// A poll by its id.
  default Optional<Poll> find(PollId id) {
    return all().stream().filter(poll -> poll.id().equals(id)).findFirst();
  }

  /// Counts an answer, once for each person and question, if the poll is open at that moment.
  Answer answer(Mark person, Choice choice, Instant now);

  /// What a person has answered, by poll; a poll in which they answered nothing is left out.
  ///
  /// @param marks the person's marks in the polls that are asked about
  Map<PollId, Ballot> ballots(List<Mark> marks);

  /// The count of a poll that is closed at that moment; nothing for any other.
  Optional<Tally> tally(PollId id, Instant now);
}
