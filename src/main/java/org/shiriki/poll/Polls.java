package org.shiriki.poll;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shiriki.poll.Ballot.Choice;
import org.shiriki.poll.Bursts.Burst;

/// Keeps polls, counts what people answer, and seals what is over.
public interface Polls {
  /// What became of an answer.
  sealed interface Answer {
    /// It is the first answer of this person to the question, and counts.
    record Counted() implements Answer {}

    /// It counts in place of the person's earlier answer to the question.
    record Changed() implements Answer {}

    /// It does not count: the person answered before and then left everything. What they answered
    /// counts, and leads to nobody any more.
    record Spent() implements Answer {}

    /// It does not count: the poll is not open, or does not ask this any more.
    record Closed() implements Answer {}
  }

  /// All polls that are scheduled, open or over, the one that closes first before the others; held
  /// in memory. Drafts are in [Dossiers].
  List<Poll> all();

  /// A poll by its id.
  default Optional<Poll> find(PollId id) {
    return all().stream().filter(poll -> poll.id().equals(id)).findFirst();
  }

  /// Counts an answer, once for each person and question, if the poll is open at that moment.
  ///
  /// @param cell where it comes from; nobody can read it before the poll is sealed, nor for one
  ///   ballot afterwards
  Answer answer(Voter person, Choice choice, Cell cell, Instant now);

  /// What a person has answered and can change, by poll; a poll in which they answered nothing, or
  /// which is sealed, is left out.
  ///
  /// @param voters the person in each of the polls that are asked about
  Map<PollId, Ballot> ballots(List<Voter> voters);

  /// A person's receipts, by poll: of each in which they answered, even if they left since. One
  /// stays the same until the poll is sealed, is nobody else's in it, and is kept nowhere but made
  /// anew.
  ///
  /// @param voters the person in each of the polls that are asked about
  Map<PollId, Receipt> receipts(List<Voter> voters);

  /// The person's receipt in one poll.
  default Optional<Receipt> receipt(Voter person) {
    return Optional.ofNullable(receipts(List.of(person)).get(person.poll()));
  }

  /// The count of a poll that is closed at that moment; nothing for any other.
  Optional<Tally> tally(PollId id, Instant now);

  /// The count of a poll as far as it has come. For [Publication] alone, which knows who may see
  /// it.
  Optional<Tally> live(PollId id);

  /// Seals a poll that is closed at that moment, once: keeps its count, receipts and hash, and
  /// destroys its ballots and its key, all together.
  ///
  /// @param could how many are registered in the places that were asked
  /// @return whether it was this call that did it
  boolean close(PollId id, int could, Instant now);

  /// By what its result was published, if it was; held in memory.
  Optional<Release> release(PollId id);

  /// Whether a poll is sealed.
  boolean sealed(PollId id);

  /// What remains of a sealed poll.
  Optional<Seal> seal(PollId id);

  /// The sealed polls that count a ballot with this receipt.
  List<PollId> counted(Receipt receipt);

  /// Puts the ballots of an open poll in random order, as if all were given at this moment; does so
  /// once a day.
  void shuffle(PollId id, Instant now);

  /// Clears away what sealing left on the disk; may be called at any time.
  void sweep();

  /// Adds to the answers that came from neighbouring numbers in one minute.
  void flag(PollId id, Burst burst);

  /// What was flagged in a poll.
  List<Burst> bursts(PollId id);
}
