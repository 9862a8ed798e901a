package org.shiriki.sms;

import java.util.Optional;
import org.shiriki.dialogue.Turn;

/// A feature's face on SMS: what it understands of the words that people write. Its rules are those
/// of its screens, to which the words lead.
@FunctionalInterface
public interface Keywords {
  /// Where a text leads; empty if it is none of this feature's.
  Optional<Opening> hear(Heard heard, Turn turn);
}
