package org.shiriki.poll;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shiriki.citizen.Copies;
import org.shiriki.privacy.PhoneKey;

/// Copies a person's answers in polls that are not sealed; of those that are, nothing leads to
/// anybody.
public record PollCopies(Polls polls) implements Copies {
  @Override
  public String heading() {
    return "polls";
  }

  @Override
  public List<Map<String, String>> of(PhoneKey person) {
    var voters = polls.all().stream().map(poll -> new Voter(poll.id(), person)).toList();
    return polls.ballots(voters).entrySet().stream()
        .map(answered ->
            Map.of("poll", answered.getKey().text(), "answers", choices(answered.getValue())))
        .toList();
  }

  /// `1: 2, 2: 1`, questions and options as the phone numbers them.
  private static String choices(Ballot ballot) {
    return ballot.choices().stream()
        .map(choice -> choice.question() + ": " + choice.option())
        .collect(Collectors.joining(", "));
  }
}
