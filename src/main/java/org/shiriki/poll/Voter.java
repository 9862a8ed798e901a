package org.shiriki.poll;

import org.shiriki.privacy.PhoneKey;

/// A person in one poll. It is made for a moment and kept nowhere: what is kept is the mark that
/// the poll's own [PollKey] makes of it.
public record Voter(PollId poll, PhoneKey person) {
  @Override
  public String toString() {
    return "Voter[%s, hidden]".formatted(poll);
  }
}
