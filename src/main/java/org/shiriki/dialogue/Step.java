package org.shiriki.dialogue;

import java.util.List;

/// Where an answer leads.
public sealed interface Step {
  /// On to a screen; back returns here.
  record Go(Screen next) implements Step {}

  /// On to a screen in place of this one; back skips this one.
  record Instead(Screen next) implements Step {}

  /// On to a screen; back returns to this one as it is now, with what was answered.
  record Over(Screen kept, Screen next) implements Step {}

  /// The same screen again, with a short first line that says why.
  record Again(Text why) implements Step {}

  /// One screen back.
  record Back() implements Step {}

  /// The main menu.
  record Home() implements Step {}

  /// Something is done and committed: its receipt, from which the only ways lead home or on.
  record Done(Screen receipt) implements Step {}

  /// The last words; the session ends.
  record End(Text words) implements Step {}

  /// A conversation that was broken off goes on.
  ///
  /// @param words a sentence that its screen has yet to hear, or nothing
  record Resume(List<Frame> stack, String words) implements Step {}

  /// A step by a caller of whom more is known from now on.
  record Known(Caller caller, Step then) implements Step {}

  static Step go(Screen next) {
    return new Go(next);
  }

  static Step instead(Screen next) {
    return new Instead(next);
  }

  static Step over(Screen kept, Screen next) {
    return new Over(kept, next);
  }

  static Step again(Text why) {
    return new Again(why);
  }

  static Step done(Screen receipt) {
    return new Done(receipt);
  }

  static Step home() {
    return new Home();
  }

  static Step back() {
    return new Back();
  }
}
