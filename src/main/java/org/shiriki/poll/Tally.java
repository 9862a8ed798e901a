package org.shiriki.poll;

import java.util.Map;
import org.shiriki.dialogue.Text;
import org.shiriki.place.Places;
import org.shiriki.poll.Ballot.Choice;

/// The count of a closed poll.
///
/// @param people how many answered at least one question
/// @param counts how often each option was chosen, passing over included; nothing stands for none
public record Tally(int people, Map<Choice, Integer> counts) {
  private static final Text NOBODY =
      Text.of("Hakuna aliyejibu maoni haya.", "Nobody answered this poll.");

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

  /// The result as people read it. There is no way to it without its [Method] line.
  public Text inWords(Poll poll, Places places) {
    var text = poll.title().then("\n", Method.line(poll, this, places));
    if (people == 0) {
      return text.then("\n", NOBODY);
    }
    for (var number = 1; number <= poll.questions().size(); number++) {
      text = text.then("\f", inWords(poll.question(number), number));
    }
    return text;
  }

  private Text inWords(Question question, int number) {
    var text = question.text();
    for (var option = 1; option <= question.options().size(); option++) {
      var share = "%d%% (%d)".formatted(percent(number, option), count(number, option));
      text =
          text.then("\n" + option + ". ", question.options().get(option - 1))
              .then(" ", Text.same(share));
    }
    return text;
  }
}
