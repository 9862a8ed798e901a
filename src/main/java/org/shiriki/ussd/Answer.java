package org.shiriki.ussd;

/// What the phone shows next.
///
/// @param open whether an answer is expected; otherwise the session is over
public record Answer(String text, boolean open) {
  @Override
  public String toString() {
    return "Answer[" + (open ? "open" : "last") + "]";
  }
}
