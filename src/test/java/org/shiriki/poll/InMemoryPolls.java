package org.shiriki.poll;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.shiriki.poll.Ballot.Choice;
import org.shiriki.poll.Bursts.Burst;
import org.shiriki.privacy.PhoneKey;

/// Polls in memory. Their receipts are drawn from the same lot every time, so that a page can show
/// them.
public final class InMemoryPolls implements Polls {
  private final List<Poll> polls;
  private final Map<Voter, Map<Integer, Integer>> ballots = new HashMap<>();
  private final Map<Voter, Receipt> receipts = new HashMap<>();
  private final Map<PollId, Seal> seals = new HashMap<>();
  private final Map<PollId, List<Burst>> bursts = new LinkedHashMap<>();
  private final Map<Answered, Cell> cells = new HashMap<>();
  private final Map<PollId, Release> releases = new HashMap<>();
  private final Random lot = new Random(1);

  private record Answered(Voter voter, int question) {}

  /// Polls whose results are published as soon as they are sealed, unless [#hold] says otherwise.
  public InMemoryPolls(List<Poll> polls) {
    this.polls = polls.stream().sorted(Comparator.comparing(Poll::closes)).toList();
    polls.forEach(poll -> releases.put(poll.id(), new Release(poll.closes(), MethodBox.USUAL)));
  }

  /// The result of a poll is not published.
  void hold(PollId id) {
    releases.remove(id);
  }

  @Override
  public Optional<Release> release(PollId id) {
    return Optional.ofNullable(releases.get(id));
  }

  @Override
  public List<Poll> all() {
    return polls;
  }

  @Override
  public synchronized Answer answer(Voter person, Choice choice, Cell cell, Instant now) {
    var accepting =
        find(person.poll())
            .filter(poll -> poll.openAt(now) && poll.has(choice.question()) && !sealed(poll.id()))
            .filter(poll -> poll.question(choice.question()).takes(choice.option()));
    if (accepting.isEmpty()) {
      return new Answer.Closed();
    }
    if (receipts.containsKey(person) && !ballots.containsKey(person)) {
      return new Answer.Spent();
    }
    receipts.computeIfAbsent(person, this::drawn);
    var before =
        ballots
            .computeIfAbsent(person, _ -> new TreeMap<>())
            .put(choice.question(), choice.option());
    cells.put(new Answered(person, choice.question()), cell);
    return before == null ? new Answer.Counted() : new Answer.Changed();
  }

  @Override
  public synchronized Map<PollId, Ballot> ballots(List<Voter> voters) {
    return voters.stream()
        .filter(ballots::containsKey)
        .collect(Collectors.toMap(Voter::poll, this::ballot));
  }

  @Override
  public synchronized Map<PollId, Receipt> receipts(List<Voter> voters) {
    return voters.stream()
        .filter(receipts::containsKey)
        .collect(
            Collectors.toMap(Voter::poll, voter -> Objects.requireNonNull(receipts.get(voter))));
  }

  private Receipt drawn(Voter person) {
    var drawn = Receipt.of(lot.nextInt());
    var taken =
        receipts.entrySet().stream()
            .anyMatch(other ->
                other.getKey().poll().equals(person.poll()) && other.getValue().equals(drawn));
    return taken ? drawn(person) : drawn;
  }

  /// What becomes of a person's ballots when the person leaves.
  public synchronized void part(PhoneKey person) {
    ballots.keySet().stream()
        .filter(voter -> voter.person().equals(person))
        .toList()
        .forEach(voter -> {
          var nobody = new PhoneKey("nobody " + lot.nextLong());
          ballots.put(
              new Voter(voter.poll(), nobody), Objects.requireNonNull(ballots.remove(voter)));
          cells.keySet().removeIf(answered -> answered.voter().equals(voter));
        });
  }

  @Override
  public synchronized Optional<Tally> tally(PollId id, Instant now) {
    return find(id).filter(poll -> poll.closedAt(now)).map(poll -> count(poll.id()));
  }

  @Override
  public synchronized Optional<Tally> live(PollId id) {
    return find(id).map(poll -> count(poll.id()));
  }

  @Override
  public synchronized boolean close(PollId id, int could, Instant now) {
    var due = find(id).filter(poll -> poll.closedAt(now) && !sealed(id));
    due.ifPresent(poll -> {
      var voters = voters(id);
      var given =
          receipts.entrySet().stream()
              .filter(receipt -> receipt.getKey().poll().equals(id))
              .map(Map.Entry::getValue)
              .toList();
      var day = LocalDate.ofInstant(now, Poll.NAIROBI);
      seals.put(id, Seal.of(poll, count(id), could, 0, day, given, breakdown(poll), "salt"));
      voters.forEach(ballots::remove);
      receipts.keySet().removeIf(voter -> voter.poll().equals(id));
    });
    return due.isPresent();
  }

  @Override
  public synchronized boolean sealed(PollId id) {
    return seals.containsKey(id);
  }

  @Override
  public synchronized Optional<Seal> seal(PollId id) {
    return Optional.ofNullable(seals.get(id));
  }

  @Override
  public synchronized List<PollId> counted(Receipt receipt) {
    return polls.stream()
        .map(Poll::id)
        .filter(id -> seal(id).filter(seal -> seal.receipts().contains(receipt)).isPresent())
        .sorted(Comparator.comparing(PollId::text))
        .toList();
  }

  /// A map has no order.
  @Override
  public void shuffle(PollId id, Instant now) {}

  /// Nothing is left in memory.
  @Override
  public void sweep() {}

  @Override
  public synchronized void flag(PollId id, Burst burst) {
    var flagged = bursts.computeIfAbsent(id, _ -> new ArrayList<>());
    var before =
        flagged.stream()
            .filter(other -> other.day().equals(burst.day()) && other.cell().equals(burst.cell()))
            .findFirst();
    before.ifPresent(flagged::remove);
    var answers = burst.answers() + before.map(Burst::answers).orElse(0);
    flagged.add(new Burst(burst.day(), burst.cell(), answers));
  }

  @Override
  public synchronized List<Burst> bursts(PollId id) {
    return List.copyOf(bursts.getOrDefault(id, List.of()));
  }

  private List<Voter> voters(PollId id) {
    return ballots.keySet().stream().filter(voter -> voter.poll().equals(id)).toList();
  }

  private Breakdown breakdown(Poll poll) {
    var count = new Breakdown.Count();
    for (var voter : voters(poll.id())) {
      for (var choice : ballot(voter).choices()) {
        var answered = new Answered(voter, choice.question());
        count.add(choice, cells.getOrDefault(answered, Cell.UNKNOWN));
      }
    }
    return count.told(poll);
  }

  private Tally count(PollId id) {
    var seal = seals.get(id);
    if (seal != null) {
      return seal.tally();
    }
    var counted = voters(id).stream().map(this::ballot).toList();
    var people =
        counted.stream()
            .filter(ballot ->
                ballot.choices().stream().anyMatch(choice -> choice.option() != Ballot.SKIPPED))
            .count();
    return new Tally(
        (int) people,
        counted.stream()
            .flatMap(ballot -> ballot.choices().stream())
            .collect(Collectors.toMap(choice -> choice, _ -> 1, Integer::sum)));
  }

  private Ballot ballot(Voter voter) {
    return new Ballot(
        Objects.requireNonNull(ballots.get(voter)).entrySet().stream()
            .map(choice -> new Choice(choice.getKey(), choice.getValue()))
            .toList());
  }
}
