package org.shiriki.concern;

import java.time.Instant;
import org.shiriki.api.Call;
import org.shiriki.api.Reply;

/// Where staff move concerns on. What is done, its line in the audit, and what those whom it
/// concerns are told are kept together or not at all; what lies outside of the caller's scope is
/// answered like what does not exist.
public interface Desk {
  /// Moves a concern.
  Reply act(Call call, Reference reference, Move move);

  /// Makes a concern a duplicate of another: whoever it concerns follows that one.
  Reply merge(Call call, Reference reference, Reference into);

  /// Notes something for colleagues; the same call notes it once.
  Reply note(Call call, Reference reference, String text);

  /// Gives the number of who reported it, for a reason that the audit keeps.
  Reply reveal(Call call, Reference reference, String reason);

  /// Takes what was not answered in time one level up; safe on many nodes at once.
  ///
  /// @return how many concerns
  int escalate(Instant now);
}
