package org.shiriki.concern;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shiriki.api.Problem.Fault;
import org.shiriki.api.Reply;

/// What comes of a [Move].
public sealed interface Outcome {
  /// The concern changes.
  ///
  /// @param event what citizens see of it in its history; null if nothing
  /// @param action for the audit, `concern.assigned`
  /// @param detail for the audit, what it was and became
  record Change(Matter after, @Nullable Happening event, String action, String detail)
      implements Outcome {}

  /// It is not done.
  record Refused(Reply reply) implements Outcome {}

  /// A line of a concern's history.
  ///
  /// @param words what the citizen is told, or empty
  /// @param office whose answer it is, or whose the concern was before; null for neither
  /// @param answeredOn when the office answered, where it said so
  record Happening(
      Status status, String words, @Nullable String office, @Nullable LocalDate answeredOn) {
    @Override
    public String toString() {
      return "Happening[" + status + ']';
    }
  }

  static Outcome conflict(String detail) {
    return new Refused(Reply.conflict(detail));
  }

  static Outcome unacceptable(String field, String detail) {
    return new Refused(
        Reply.unacceptable("Mend the field that is named.", new Fault(field, detail)));
  }
}
