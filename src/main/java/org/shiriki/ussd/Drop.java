package org.shiriki.ussd;

import java.time.Instant;
import org.shiriki.dialogue.Conversation;
import org.shiriki.dialogue.Language;
import org.shiriki.privacy.PhoneKey;

/// A session that its person has not ended, and where they stood.
///
/// @param at when its latest hop came
public record Drop(PhoneKey person, Language language, Instant at, Conversation conversation) {
  @Override
  public String toString() {
    return "Drop[" + at + ']';
  }
}
