package org.shiriki.console;

import java.util.Optional;
import org.shiriki.api.Problem;

/// A form that was sent and is shown again: with why it was not done, or with its answer.
///
/// @param operation what was asked, which may be another than the form's: to have it looked at
/// @param form the form's id; empty if none was sent
record Sending(
    String operation, String form, Typed typed, Optional<Problem> problem, Optional<Doc> answer) {
  static final Sending NONE =
      new Sending("", "", Typed.NOTHING, Optional.empty(), Optional.empty());

  @Override
  public String toString() {
    return "Sending[" + form + ']';
  }
}
