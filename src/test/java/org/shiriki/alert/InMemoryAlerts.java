package org.shiriki.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Predicate;
import org.shiriki.privacy.PhoneKey;

/// Keeps subscriptions in sets.
public final class InMemoryAlerts implements Alerts {
  private final List<AlertTopic> topics;
  private final Predicate<PhoneKey> consented;
  private final Map<PhoneKey, SequencedSet<Subscription>> wishes = new HashMap<>();

  /// An empty keeper.
  ///
  /// @param consented whether a person has consented
  public InMemoryAlerts(List<AlertTopic> topics, Predicate<PhoneKey> consented) {
    this.topics = new ArrayList<>(topics);
    this.consented = consented;
  }

  @Override
  public List<AlertTopic> topics() {
    return List.copyOf(topics);
  }

  @Override
  public List<Subscription> of(PhoneKey key) {
    return List.copyOf(wishes(key));
  }

  @Override
  public void subscribe(PhoneKey key, Subscription wish) {
    if (consented.test(key)) {
      wishes(key).add(wish);
    }
  }

  @Override
  public void leave(PhoneKey key, Subscription wish) {
    wishes(key).remove(wish);
  }

  @Override
  public void leaveAll(PhoneKey key) {
    wishes(key).clear();
  }

  private SequencedSet<Subscription> wishes(PhoneKey key) {
    return wishes.computeIfAbsent(key, _ -> new LinkedHashSet<>());
  }

  /// From now on a topic is no longer there.
  void remove(AlertTopic topic) {
    topics.remove(topic);
  }
}
