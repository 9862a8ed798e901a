package org.shiriki.dialogue;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/// The screens that belong to no feature.
public sealed interface HouseScreen extends Screen {
  /// The main menu.
  record MainMenu() implements HouseScreen {}

  /// What did not fit the main menu.
  record More() implements HouseScreen {}

  /// Asks on a redial whether to go on with what was broken off.
  ///
  /// @param saved the stack as it stood
  /// @param words a sentence that came too late to be heard, or nothing
  record Continue(List<Frame> saved, @JsonSetter(nulls = Nulls.AS_EMPTY) String words)
      implements HouseScreen {
    public Continue {
      saved = List.copyOf(saved);
    }

    @Override
    public boolean holdsWork() {
      return true;
    }
  }

  /// Offers help after three wrong keys in a row.
  record Stuck() implements HouseScreen {}
}
