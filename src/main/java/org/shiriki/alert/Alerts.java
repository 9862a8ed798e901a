package org.shiriki.alert;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.seed.SeedFile;

/// Keeps the topics of alerts, and who wants which.
public interface Alerts {
  /// Every topic that is offered, in the order of the menu; [Offers] keeps all.
  List<AlertTopic> topics();

  /// What a person wants, in the order in which they asked for it.
  List<Subscription> of(PhoneKey key);

  /// Keeps a person's wish; asked for twice, kept once. Does nothing for somebody who has not
  /// consented.
  void subscribe(PhoneKey key, Subscription wish);

  /// Ends one of a person's subscriptions, if they have it.
  void leave(PhoneKey key, Subscription wish);

  /// Ends all of a person's subscriptions.
  void leaveAll(PhoneKey key);

  default Optional<AlertTopic> topic(String id) {
    return topics().stream().filter(topic -> topic.id().equals(id)).findFirst();
  }

  /// The topics that a fresh gateway begins with.
  ///
  /// @throws IllegalArgumentException that lists all that is wrong with the file
  static List<AlertTopic> seed(Path config) {
    return SeedFile.read(config.resolve("alerts.yaml"), AlertTopic.class, AlertTopic::faults);
  }
}
