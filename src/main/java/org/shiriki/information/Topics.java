package org.shiriki.information;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.shiriki.seed.SeedFile;

/// Keeps the topics that are published; [Folders] keeps all.
public interface Topics {
  /// Every published topic, overdue ones too, in the order of the menu.
  List<Topic> all();

  /// Those that a fresh gateway begins with.
  ///
  /// @throws IllegalArgumentException that lists all that is wrong with the file
  static List<Topic> seed(Path config) {
    return SeedFile.read(config.resolve("information.yaml"), Topic.class, Topic::faults);
  }

  default Optional<Topic> find(String id) {
    return all().stream().filter(topic -> topic.id().equals(id)).findFirst();
  }
}
