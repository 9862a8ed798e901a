package org.shiriki.ussd;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.shiriki.privacy.PhoneKey;

/// Knows who broke off in memory; all who are in it may be written to.
final class InMemoryDrops implements Drops {
  private record Turn(Drop drop, boolean open) {}

  private record Key(PhoneKey person, String once) {}

  private final List<Turn> turns = new ArrayList<>();
  private final Map<Key, String> reminders = new HashMap<>();

  /// Somebody has come to a screen.
  void turn(Drop drop, boolean open) {
    turns.add(new Turn(drop, open));
  }

  @Override
  public void each(Instant after, Instant until, String once, Consumer<Drop> use) {
    turns.stream()
        .filter(turn -> turn.open && isLatest(turn.drop))
        .map(Turn::drop)
        .filter(drop -> drop.at().isAfter(after) && !drop.at().isAfter(until))
        .filter(drop -> !reminders.containsKey(new Key(drop.person(), once)))
        .forEach(use);
  }

  private boolean isLatest(Drop drop) {
    return turns.stream()
        .noneMatch(
            turn -> turn.drop.person().equals(drop.person()) && turn.drop.at().isAfter(drop.at()));
  }

  @Override
  public boolean remind(Drop drop, String once, String text, Instant now) {
    return isLatest(drop) && reminders.putIfAbsent(new Key(drop.person(), once), text) == null;
  }

  /// What somebody was sent, day by day.
  List<String> sent(PhoneKey person) {
    return reminders.entrySet().stream()
        .filter(sent -> sent.getKey().person.equals(person))
        .map(Map.Entry::getValue)
        .toList();
  }
}
