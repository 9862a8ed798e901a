package org.shiriki.poll;

import org.shiriki.citizen.Holding;
import org.shiriki.dialogue.Text;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;

/// Tells a person in how many polls an answer of theirs can still be found.
///
/// No table lists a person's polls; the person's mark is made for every poll, and looked for.
public final class PollHolding implements Holding {
  private final Polls polls;
  private final Vault vault;

  public PollHolding(Polls polls, Vault vault) {
    this.polls = polls;
    this.vault = vault;
  }

  @Override
  public Text about(PhoneKey key) {
    var marks = polls.all().stream().map(poll -> Mark.of(vault, poll.id(), key)).toList();
    return Text.of("Maoni uliyojibu: {count}", "Polls answered: {count}")
        .with("count", polls.ballots(marks).size());
  }
}
