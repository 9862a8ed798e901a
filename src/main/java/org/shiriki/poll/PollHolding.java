package org.shiriki.poll;

import org.shiriki.citizen.Holding;
import org.shiriki.dialogue.Text;
import org.shiriki.privacy.PhoneKey;

/// Tells a person in how many polls an answer of theirs can still be found.
///
/// No table lists a person's polls; the person's mark is made for every poll that is not sealed,
/// and looked for.
public final class PollHolding implements Holding {
  private final Polls polls;

  public PollHolding(Polls polls) {
    this.polls = polls;
  }

  @Override
  public Text about(PhoneKey key) {
    var voters = polls.all().stream().map(poll -> new Voter(poll.id(), key)).toList();
    return Text.of("Maoni uliyojibu: {count}", "Polls answered: {count}")
        .with("count", polls.ballots(voters).size());
  }
}
