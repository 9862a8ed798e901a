package org.shiriki.dialogue;

/// What goes back to the phone after one answer.
///
/// @param text the page without the carrier's prefix
/// @param open whether an answer is expected; otherwise these are the last words
/// @param receipt the words of a receipt without the keys, to be sent if the line is gone; empty
///   where nothing was done, and where what was done stays private
/// @param room the feature that was answered, for the count of turns; the house itself where that
///   stays private
/// @param heard what was typed, as it may be kept: secrets are masked, the length is the same
public record Reply(
    Conversation conversation,
    String text,
    boolean open,
    Outcome outcome,
    String receipt,
    String room,
    String heard) {
  /// The same, with what was typed.
  Reply hearing(String typed) {
    return new Reply(conversation, text, open, outcome, receipt, room, typed);
  }

  @Override
  public String toString() {
    return "Reply[" + room + ", " + outcome + ']';
  }

  /// What became of an answer.
  public enum Outcome {
    /// A screen was shown.
    SHOWN,
    /// The answer fitted nothing; the same screen was shown again.
    WRONG_KEY,
    /// Something was done and committed.
    DONE,
    /// The person left, or the conversation came to its end.
    ENDED
  }
}
