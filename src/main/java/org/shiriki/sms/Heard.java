package org.shiriki.sms;

import java.util.Optional;
import org.shiriki.dialogue.Language;

/// A text as [Vocabulary] understands it.
///
/// @param act what its first word asks for, such as `status`; empty if that is no keyword
/// @param language of that word; null if it is no keyword
/// @param rest what it says of it: what follows a command, or the whole sentence
/// @param whole all that was written
/// @param number the number that it is, as `2`, `mbili`, `no 2` or `B`; empty if it is none
public record Heard(
    String act, Optional<Language> language, String rest, String whole, String number) {
  /// Whether its first word asks for this.
  public boolean asksFor(String wanted) {
    return act.equals(wanted);
  }

  /// Whether it is one keyword and nothing else.
  public boolean lone() {
    return !act.isEmpty() && rest.isEmpty();
  }

  /// How many words were written.
  int words() {
    return whole.split(" ").length;
  }

  @Override
  public String toString() {
    return "Heard[" + act + ']';
  }
}
