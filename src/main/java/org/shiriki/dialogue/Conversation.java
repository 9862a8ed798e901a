package org.shiriki.dialogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;

/// How far a person has come: the stack of screens, and what is known of them.
///
/// @param stack the main menu first, what the phone shows last; never empty
/// @param wrong wrong keys in a row
/// @param ahead keys typed before their time, played once the main menu is reached
public record Conversation(Caller caller, List<Frame> stack, int wrong, String ahead) {
  public Conversation {
    stack = List.copyOf(stack);
  }

  static Conversation of(Caller caller, Screen screen, String ahead) {
    return new Conversation(caller, List.of(Frame.of(screen)), 0, ahead);
  }

  /// A conversation in which nothing was said.
  public static Conversation untouched() {
    return of(Caller.STRANGER, new HouseScreen.MainMenu(), "");
  }

  @JsonIgnore
  Frame top() {
    return stack.getLast();
  }

  @JsonIgnore
  boolean atRoot() {
    return stack.size() == 1;
  }

  /// Whether a person would lose something if the line dropped now, be it on a screen further down.
  /// What stays private is rather lost than offered to whoever dials next.
  @JsonIgnore
  public boolean holdsWork() {
    return !staysPrivate() && stack.stream().anyMatch(frame -> frame.screen().holdsWork());
  }

  /// Whether a screen that the person is on, or came by, stays private.
  @JsonIgnore
  public boolean staysPrivate() {
    return stack.stream().anyMatch(frame -> frame.screen().staysPrivate());
  }

  /// The question of a redial: whether to go on with the stack, or with what was on offer before if
  /// that was not answered.
  ///
  /// @param words a sentence that came too late to be heard, or nothing
  HouseScreen.Continue broken(String words) {
    for (var frame : stack) {
      if (frame.screen() instanceof HouseScreen.Continue before) {
        return before;
      }
    }
    return new HouseScreen.Continue(stack, words);
  }

  Conversation as(Caller known) {
    return new Conversation(known, stack, wrong, ahead);
  }

  Conversation push(Screen screen) {
    var taller = new ArrayList<>(stack);
    taller.add(Frame.of(screen));
    return on(taller);
  }

  Conversation pop() {
    return on(below());
  }

  Conversation replace(Screen screen) {
    var changed = new ArrayList<>(below());
    changed.add(Frame.of(screen));
    return on(changed);
  }

  /// The same conversation on another stack; wrong keys are forgotten.
  Conversation on(List<Frame> other) {
    return new Conversation(caller, other, 0, ahead);
  }

  /// The same conversation with its top frame as it was shown.
  Conversation showing(Frame frame) {
    var changed = new ArrayList<>(below());
    changed.add(frame);
    return new Conversation(caller, changed, wrong, ahead);
  }

  Conversation afterWrongKey() {
    return new Conversation(caller, stack, wrong + 1, ahead);
  }

  Conversation withNothingAhead() {
    return new Conversation(caller, stack, wrong, "");
  }

  private List<Frame> below() {
    return stack.subList(0, stack.size() - 1);
  }

  @Override
  public String toString() {
    return "Conversation[hidden]";
  }
}
