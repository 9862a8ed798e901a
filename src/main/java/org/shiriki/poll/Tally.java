package org.shiriki.poll;

import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.shiriki.dialogue.Text;
import org.shiriki.place.Places;
import org.shiriki.poll.Ballot.Choice;

/// The count of a closed poll.
///
/// @param people how many answered at least one question
/// @param counts how often each option was chosen, passing over included; nothing stands for none
public record Tally(int people, Map<Choice, Integer> counts) {
  private static final Text FEW =
      Text.of(
          "Waliojibu ni chini ya 10, kwa hiyo majibu hayaonyeshwi.",
          "Fewer than 10 answered, so the answers are not shown.");
  private static final Text HIDDEN = Text.of("(fiche)", "(hidden)");
  private static final Text WHY =
      Text.of(
          "(fiche): ili idadi chini ya 10 isijulikane.",
          "(hidden): so that no count under 10 can be worked out.");

  public Tally {
    counts = Map.copyOf(counts);
  }

  /// How many chose an option.
  public int count(int question, int option) {
    return counts.getOrDefault(new Choice(question, option), 0);
  }

  /// How many answered a question; who passed it over did not.
  public int answers(int question) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().question() == question)
        .filter(entry -> entry.getKey().option() != Ballot.SKIPPED)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /// The share of an option among the answers to its question, in whole per cent.
  public long percent(int question, int option) {
    var answers = answers(question);
    return answers == 0 ? 0 : Math.round(100.0 * count(question, option) / answers);
  }

  /// How many answered, if that may be told.
  public OptionalInt shownPeople() {
    return people < Suppression.FEWEST ? OptionalInt.empty() : OptionalInt.of(people);
  }

  /// How many chose an option, if that may be told.
  public OptionalInt shownCount(Question question, int number, int option) {
    return suppression(question, number).hides(option - 1)
        ? OptionalInt.empty()
        : OptionalInt.of(count(number, option));
  }

  private Suppression suppression(Question question, int number) {
    return Suppression.of(
        IntStream.rangeClosed(1, question.options().size())
            .map(option -> count(number, option))
            .toArray());
  }

  /// The result as people read it. There is no way to it without its [Method] line.
  Text inWords(Poll poll, MethodBox method, Places places) {
    var text = poll.title().then("\n", Method.line(poll, method, this, places));
    if (shownPeople().isEmpty()) {
      return text.then("\n", FEW);
    }
    var hidden = false;
    for (var number = 1; number <= poll.questions().size(); number++) {
      var question = poll.question(number);
      text = text.then("\f", inWords(question, number));
      hidden |= !suppression(question, number).hidden().isEmpty();
    }
    return hidden ? text.then("\f", WHY) : text;
  }

  private Text inWords(Question question, int number) {
    var suppression = suppression(question, number);
    var text = question.text();
    for (var option = 1; option <= question.options().size(); option++) {
      var share = "%d%% (%d)".formatted(percent(number, option), count(number, option));
      text =
          text.then("\n" + option + ". ", question.options().get(option - 1))
              .then(" ", suppression.hides(option - 1) ? HIDDEN : Text.same(share));
    }
    return text;
  }
}
