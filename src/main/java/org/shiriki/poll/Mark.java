package org.shiriki.poll;

import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;

/// What a person is known by in one poll, and in no other.
///
/// @param text a keyed hash of the person and the poll
public record Mark(PollId poll, String text) {
  /// The mark of a person in a poll; always the same.
  static Mark of(Vault vault, PollId poll, PhoneKey person) {
    return new Mark(poll, vault.mark("poll/" + poll, person.text()));
  }

  @Override
  public String toString() {
    return "Mark[%s, hidden]".formatted(poll);
  }
}
