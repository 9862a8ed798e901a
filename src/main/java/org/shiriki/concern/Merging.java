package org.shiriki.concern;

import java.util.Optional;
import org.shiriki.api.Problem.Fault;
import org.shiriki.api.Reply;

/// When a concern may become the duplicate of another.
final class Merging {
  private Merging() {}

  /// Why it may not; empty if it may.
  ///
  /// @param main the other, if the caller may see one
  /// @param expected the version that the caller believes to merge
  static Optional<Reply> refusal(Matter it, Optional<Matter> main, long expected) {
    if (it.version() != expected) {
      return Optional.of(Reply.stale());
    }
    if (it.mergedInto() != null) {
      return Optional.of(
          Reply.conflict("It is merged into %s already.".formatted(it.mergedInto().written())));
    }
    return main.map(other -> into(it, other)).orElse(fault("There is no such concern."));
  }

  private static Optional<Reply> into(Matter it, Matter other) {
    if (other.reference().equals(it.reference())) {
      return fault("It cannot be merged into itself.");
    }
    var further = other.mergedInto();
    if (further != null) {
      return fault("That one is merged into %s.".formatted(further.written()));
    }
    return other.standing().status().kind() == Status.Kind.OPEN
        ? Optional.empty()
        : Optional.of(Reply.conflict("That one has ended. Reopen it first."));
  }

  private static Optional<Reply> fault(String detail) {
    return Optional.of(
        Reply.unacceptable("Mend the field that is named.", new Fault("/into", detail)));
  }
}
