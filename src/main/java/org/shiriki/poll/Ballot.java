package org.shiriki.poll;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// What a person has answered so far in one poll.
///
/// @param choices at most one for each question
public record Ballot(List<Choice> choices) {
  /// The option that stands for passing a question over.
  public static final int SKIPPED = 0;

  /// Nothing answered.
  public static final Ballot EMPTY = new Ballot(List.of());

  /// The answer to one question.
  ///
  /// @param question counted from 1
  /// @param option counted from 1, or [#SKIPPED]
  public record Choice(int question, int option) {}

  public Ballot {
    choices = List.copyOf(choices);
  }

  /// The option chosen for a question, [#SKIPPED] included; nothing if it was not reached.
  OptionalInt option(int question) {
    return choices.stream()
        .filter(choice -> choice.question() == question)
        .mapToInt(Choice::option)
        .findFirst();
  }

  /// The first question of the poll that was not reached yet; nothing if all were.
  OptionalInt next(Poll poll) {
    return IntStream.rangeClosed(1, poll.questions().size())
        .filter(question -> option(question).isEmpty())
        .findFirst();
  }

  /// Whether every question was answered or passed over.
  boolean completes(Poll poll) {
    return next(poll).isEmpty();
  }
}
