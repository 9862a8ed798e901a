package org.shiriki.poll;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.shiriki.poll.Ballot.Choice;

/// Polls in memory; what is kept of an answer is kept apart as in the database.
public final class InMemoryPolls implements Polls {
  private final List<Poll> polls;
  private final Map<Mark, Integer> marks = new HashMap<>();
  private final Map<Integer, Map<Integer, Integer>> choices = new HashMap<>();

  public InMemoryPolls(List<Poll> polls) {
    this.polls = polls.stream().sorted(Comparator.comparing(Poll::closes)).toList();
  }

  @Override
  public List<Poll> all() {
    return polls;
  }

  @Override
  public synchronized Answer answer(Mark person, Choice choice, Instant now) {
    var accepting =
        find(person.poll())
            .filter(poll -> poll.openAt(now) && poll.has(choice.question()))
            .filter(poll -> poll.question(choice.question()).takes(choice.option()));
    if (accepting.isEmpty()) {
      return new Answer.Closed();
    }
    var ballot = marks.computeIfAbsent(person, _ -> marks.size());
    var before =
        choices
            .computeIfAbsent(ballot, _ -> new TreeMap<>())
            .put(choice.question(), choice.option());
    return before == null ? new Answer.Counted() : new Answer.Changed();
  }

  @Override
  public synchronized Map<PollId, Ballot> ballots(List<Mark> wanted) {
    return wanted.stream()
        .filter(marks::containsKey)
        .collect(
            Collectors.toMap(Mark::poll, mark -> ballot(Objects.requireNonNull(marks.get(mark)))));
  }

  @Override
  public synchronized Optional<Tally> tally(PollId id, Instant now) {
    return find(id).filter(poll -> poll.closedAt(now)).map(poll -> count(poll.id()));
  }

  private Tally count(PollId id) {
    var ballots =
        marks.entrySet().stream()
            .filter(entry -> entry.getKey().poll().equals(id))
            .map(entry -> ballot(entry.getValue()))
            .toList();
    var people =
        ballots.stream()
            .filter(ballot ->
                ballot.choices().stream().anyMatch(choice -> choice.option() != Ballot.SKIPPED))
            .count();
    return new Tally(
        (int) people,
        ballots.stream()
            .flatMap(ballot -> ballot.choices().stream())
            .collect(Collectors.toMap(choice -> choice, _ -> 1, Integer::sum)));
  }

  private Ballot ballot(Integer number) {
    return new Ballot(
        Objects.requireNonNull(choices.get(number)).entrySet().stream()
            .map(choice -> new Choice(choice.getKey(), choice.getValue()))
            .toList());
  }
}
