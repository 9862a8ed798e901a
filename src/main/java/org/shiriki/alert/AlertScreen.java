package org.shiriki.alert;

import java.util.List;
import org.shiriki.dialogue.Screen;

/// The screens on which people choose what to be told of.
///
/// ```
/// ChooseAlert ──> (ward) ──> ChooseWhere ──> (consent ──> ConfirmAlert) ──> Subscribed
///     ├──> MyAlerts ──> MyAlert ──> Left
///     └──> LeaveAll ──> LeftAll
/// ```
public sealed interface AlertScreen extends Screen {
  /// The topics, those already chosen marked.
  ///
  /// @param topics the ids of those offered, so that a number goes on meaning the same topic
  /// @param chosen what the person had when the list was made
  record ChooseAlert(List<String> topics, List<Subscription> chosen) implements AlertScreen {
    public ChooseAlert {
      topics = List.copyOf(topics);
      chosen = List.copyOf(chosen);
    }

    /// The list yet to be made, which is done when a person comes to it.
    public static ChooseAlert unlisted() {
      return new ChooseAlert(List.of(), List.of());
    }
  }

  /// Asks for which place.
  record ChooseWhere(String topic) implements AlertScreen {
    @Override
    public boolean holdsWork() {
      return true;
    }
  }

  /// Asks whether to subscribe, of somebody who has only now consented.
  record ConfirmAlert(Subscription wish) implements AlertScreen {
    @Override
    public boolean holdsWork() {
      return true;
    }
  }

  /// Says what the person will be told of, and how to stop it.
  record Subscribed(Subscription wish) implements AlertScreen {}

  /// What the person has chosen.
  record MyAlerts(List<Subscription> chosen) implements AlertScreen {
    public MyAlerts {
      chosen = List.copyOf(chosen);
    }
  }

  /// One of those, which can be left.
  record MyAlert(Subscription wish) implements AlertScreen {}

  /// Says which subscription has ended.
  record Left(Subscription wish) implements AlertScreen {}

  /// Asks whether to leave all.
  record LeaveAll() implements AlertScreen {}

  /// Says that all subscriptions have ended.
  record LeftAll() implements AlertScreen {}
}
