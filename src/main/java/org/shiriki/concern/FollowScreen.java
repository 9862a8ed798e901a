package org.shiriki.concern;

import java.util.List;
import org.shiriki.dialogue.Screen;

/// The screens by which people join a concern that somebody else has reported, and say whether it
/// was put right.
///
/// ```
/// (category, ward) ──> Offered ──> MeToo ──> (consent) ──> Joined
///                         └──────> (a concern of one's own)
///
/// (next dial after a closing) ──> WasItFixed ──> Answered
/// ```
public sealed interface FollowScreen extends Screen {
  /// The open concerns of a ward about one thing, before one of one's own is written.
  ///
  /// @param draft the concern of one's own, not yet begun
  /// @param concerns as they stood when they were asked for
  record Offered(Draft draft, List<OpenConcern> concerns) implements FollowScreen {
    public Offered {
      concerns = List.copyOf(concerns);
    }

    /// Before the list is filled in.
    static Offered unlisted(Draft draft) {
      return new Offered(draft, List.of());
    }

    @Override
    public boolean holdsWork() {
      return true;
    }
  }

  /// Asks whether somebody else's concern is the person's too.
  record MeToo(OpenConcern concern) implements FollowScreen {}

  /// The receipt of a voice.
  record Joined(Reference reference, boolean follows) implements FollowScreen {}

  /// Asks whether a closed concern was put right.
  record WasItFixed(Closing closing) implements FollowScreen {}

  /// Thanks for the word on a closing.
  record Answered(Reference reference, Verdict verdict) implements FollowScreen {}
}
