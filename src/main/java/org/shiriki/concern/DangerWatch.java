package org.shiriki.concern;

import java.util.Optional;
import org.shiriki.dialogue.Screen;

/// Looks at what people write before it is filed.
@FunctionalInterface
public interface DangerWatch {
  /// The screen that takes a report over because it tells of danger; empty for an ordinary one.
  Optional<Screen> takeOver(Draft draft);
}
