package org.shiriki.dialogue;

import java.util.Optional;

/// A feature's face on the phone: what each of its screens shows and where each answer leads.
///
/// @param <S> the sealed family of the feature's screens
public interface Screens<S extends Screen> {
  /// The family; its records' names are how they are stored, so they stay stable.
  Class<S> family();

  /// What the person sees, and what each key would do. Making a view changes nothing; only choosing
  /// does.
  View show(S screen, Turn turn);

  /// The screen to which a person who is sent to this one comes: this one; or this one with the
  /// list filled in that it will offer; or one that has to come first, such as the question for the
  /// ward. Changes nothing.
  default Screen arrive(S screen, Turn turn) {
    return screen;
  }

  /// The question that waits for a person who calls again, if one does; it is put before the main
  /// menu. Asked for only within [Caller#askedUntil]. Changes nothing.
  default Optional<Screen> waiting(Turn turn) {
    return Optional.empty();
  }
}
