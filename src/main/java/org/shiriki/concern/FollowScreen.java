package org.shiriki.concern;

import java.util.List;
import org.shiriki.dialogue.Screen;

/// The screens by which people join a concern that somebody else has reported, say whether it was
/// put right, and guard their own reports with a PIN.
///
/// ```
/// (category, ward) ──> Offered ──> MeToo ──> (consent) ──> Joined
///                         └──────> (a concern of one's own)
///
/// (next dial after a closing) ──> WasItFixed ──> Answered
/// (next dial after a reply) ──> OfficeWrote
///
/// MyReports ──> AskPin ──> Mine or NewPin ──> RepeatPin ──> PinSet
///                  └──> ForgotPin ──> LeftBehind
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
  ///
  /// @param unlocked whether the person has just given the PIN that opens their own reports, and
  ///   may go on to them without an answer
  record WasItFixed(Closing closing, boolean unlocked) implements FollowScreen {}

  /// Shows what an office wrote, to whom no SMS has brought it.
  record OfficeWrote(Replies.Waiting reply) implements FollowScreen {}

  /// Thanks for the word on a closing.
  record Answered(Reference reference, Verdict verdict) implements FollowScreen {}

  /// Asks for the PIN that guards one's own reports.
  ///
  /// @param changing whether it leads to a new PIN, not to the reports
  record AskPin(boolean changing) implements FollowScreen {}

  /// Asks for a PIN to be set.
  ///
  /// @param differed whether the last one was repeated otherwise
  record NewPin(boolean differed) implements FollowScreen {}

  /// Asks for the same PIN again.
  ///
  /// @param concealed the first, as [Pins#conceal] made it
  record RepeatPin(String concealed) implements FollowScreen {}

  /// Says that a PIN is set.
  record PinSet() implements FollowScreen {}

  /// Says what is lost with a forgotten PIN.
  record ForgotPin() implements FollowScreen {}

  /// Says that the PIN is gone and the old reports are unlinked.
  record LeftBehind() implements FollowScreen {}
}
