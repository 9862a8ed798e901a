package org.shiriki.concern;

import java.time.Instant;
import java.util.List;
import org.shiriki.place.Residence;

/// A concern and all that became of it.
///
/// @param history oldest first; it begins with the filing and ends with the present status
public record Progress(Concern concern, List<Event> history) {
  public Progress {
    history = List.copyOf(history);
  }

  /// A change of status.
  ///
  /// @param note what the office tells the reporter, or empty
  public record Event(Status status, String note, Instant at) {
    @Override
    public String toString() {
      return "Event[" + status + ", " + at + ']';
    }
  }

  /// The same without its place, for somebody who holds only the reference.
  Progress withoutPlace() {
    var known = concern;
    return new Progress(
        new Concern(
            known.reference(),
            known.category(),
            new Residence.Unasked(),
            known.status(),
            known.filed()),
        history);
  }
}
