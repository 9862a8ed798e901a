package org.shiriki.concern;

import java.util.List;
import org.shiriki.dialogue.Screen;

/// The screens that report a concern and follow it.
///
/// ```
/// ChooseCategory ──> (ward, Offered) ──> Describe ──> Remedy ──> Contact ──> (consent) ──> Confirm
///   └──> (safety)                                             └──> Unnamed ────────────────^
///
/// Confirm ──> Filed
///
/// MyReports ──> Mine ──> Followed <── FindByReference
/// ```
public sealed interface ConcernScreen extends Screen {
  /// A screen of the way to a filed concern.
  sealed interface OnTheWay extends ConcernScreen {
    Draft draft();

    @Override
    default boolean holdsWork() {
      return true;
    }
  }

  /// Asks what the concern is about: main menu, 2.
  record ChooseCategory() implements ConcernScreen {}

  /// Asks what is wrong.
  ///
  /// @param changing whether the answer goes straight back to the confirmation
  record Describe(Draft draft, boolean changing) implements OnTheWay {}

  /// Asks what would fix it.
  record Remedy(Draft draft) implements OnTheWay {}

  /// Asks whether the person may be answered on this phone.
  record Contact(Draft draft) implements OnTheWay {}

  /// Says what filing without a name means, to somebody who does not consent.
  record Unnamed(Draft draft) implements OnTheWay {}

  /// Shows all that was said and who receives it, before it is sent.
  record Confirm(Draft draft) implements OnTheWay {}

  /// The receipt of a filed concern.
  ///
  /// @param days until when an answer is due
  record Filed(Reference reference, boolean anonymous, int days) implements ConcernScreen {
    /// Whoever filed without a name has nothing but what stands here.
    @Override
    public boolean holdsWork() {
      return anonymous;
    }
  }

  /// The ways to follow a concern: main menu, 5.
  record MyReports() implements ConcernScreen {}

  /// The caller's own concerns, as they stood when they were asked for.
  record Mine(List<Concern> concerns) implements ConcernScreen {
    public Mine {
      concerns = List.copyOf(concerns);
    }
  }

  /// Asks for a reference.
  record FindByReference() implements ConcernScreen {}

  /// One concern, as it stood when it was asked for.
  record Followed(Progress progress) implements ConcernScreen {}
}
