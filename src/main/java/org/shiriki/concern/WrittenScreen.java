package org.shiriki.concern;

import java.util.List;
import org.shiriki.dialogue.Screen;

/// The screens of a concern that came in one piece, by SMS.
///
/// ```
/// Unclear ──> Where ──> Sort ──> Ready ──> (ward) ──> Describe, Contact or Confirm
///    └──> (information)
/// ```
public sealed interface WrittenScreen extends Screen {
  Draft draft();

  @Override
  default boolean holdsWork() {
    return true;
  }

  /// Asks what somebody wants whose words fit nothing.
  ///
  /// @param cry whether they begin as a call for help
  record Unclear(Draft draft, boolean cry) implements WrittenScreen {}

  /// Asks which of the wards of that name is meant.
  record Where(Draft draft, List<String> wards) implements WrittenScreen {
    public Where {
      wards = List.copyOf(wards);
    }
  }

  /// Asks what a concern is about.
  record Sort(Draft draft) implements WrittenScreen {}

  /// A concern that knows what it is about; it leads on at once.
  record Ready(Draft draft) implements WrittenScreen {}
}
