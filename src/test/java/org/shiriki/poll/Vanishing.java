package org.shiriki.poll;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Polls that can be taken away.
final class Vanishing implements Polls {
  private final Polls polls;
  private boolean gone;

  Vanishing(Polls polls) {
    this.polls = polls;
  }

  void vanish() {
    gone = true;
  }

  @Override
  public List<Poll> all() {
    return gone ? List.of() : polls.all();
  }

  @Override
  public Answer answer(Mark person, Ballot.Choice choice, Instant now) {
    return gone ? new Answer.Closed() : polls.answer(person, choice, now);
  }

  @Override
  public Map<PollId, Ballot> ballots(List<Mark> marks) {
    return gone ? Map.of() : polls.ballots(marks);
  }

  @Override
  public Optional<Tally> tally(PollId id, Instant now) {
    return gone ? Optional.empty() : polls.tally(id, now);
  }
}
