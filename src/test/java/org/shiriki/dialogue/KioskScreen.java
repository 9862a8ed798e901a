package org.shiriki.dialogue;

/// A small feature for tests of the engine: a stall that takes words.
sealed interface KioskScreen extends Screen {
  /// What a stranger sees first: `1` makes them known.
  record Door() implements KioskScreen {}

  /// A menu of the stall.
  record Counter() implements KioskScreen {}

  /// Asks for a sentence.
  record AskWords() implements KioskScreen {
    @Override
    public boolean holdsWork() {
      return true;
    }
  }

  /// Shows the sentence, to be confirmed.
  record Confirm(String words) implements KioskScreen {
    @Override
    public boolean holdsWork() {
      return true;
    }
  }

  /// The receipt.
  record Kept(int number) implements KioskScreen {}

  /// A menu on which a name may be typed.
  record Search() implements KioskScreen {}

  /// A text of several pages.
  record LongRead() implements KioskScreen {}

  /// Tells the ward that is known of the caller.
  record Where() implements KioskScreen {
    @Override
    public boolean holdsWork() {
      return true;
    }
  }
}
