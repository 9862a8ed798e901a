package org.shiriki.broadcast;

import java.util.List;
import org.shiriki.dialogue.Language;
import org.shiriki.privacy.Operator;
import org.shiriki.sms.State;

/// The messages of a broadcast to its audience, taken as a whole.
public interface Mailings {
  /// Some of an audience.
  ///
  /// @param operator whose network their numbers are on
  /// @param skipped why they get nothing, as the name of a [org.shiriki.sms.Reason]; empty for
  ///   those who get it
  /// @param segments what all their messages take together
  record Group(Language language, Operator operator, String skipped, int people, long segments) {}

  /// How many messages are in a state for a reason.
  ///
  /// @param reason the name of a [org.shiriki.sms.Reason], or empty
  record Line(State state, String reason, int people) {}

  /// What became of an audience.
  ///
  /// @param people how many it was when it was queued
  record Ledger(int people, List<Line> lines) {
    public Ledger {
      lines = List.copyOf(lines);
    }

    /// Whether every person is in one state.
    public boolean addsUp() {
      return people == lines.stream().mapToInt(Line::people).sum();
    }

    public int in(State state) {
      return lines.stream().filter(line -> line.state() == state).mapToInt(Line::people).sum();
    }

    public int skipped(String reason) {
      return lines.stream()
          .filter(line -> line.state() == State.SKIPPED && line.reason().equals(reason))
          .mapToInt(Line::people)
          .sum();
    }
  }

  /// Who would get it now, and who not. Changes nothing.
  List<Group> headcount(Broadcast broadcast);

  /// Makes the messages of the whole audience, all or none, and begins to send. Does nothing unless
  /// the broadcast is approved and due.
  ///
  /// @return whether it began
  boolean queue(Broadcast broadcast);

  Ledger ledger(long id);

  /// How many parts of messages for many people have left today.
  long segmentsToday();
}
