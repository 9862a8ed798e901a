package org.shiriki;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work beside the traffic, each piece on a virtual thread of its own.
final class Aside {
  private static final Logger LOG = LoggerFactory.getLogger(Aside.class);

  private Aside() {}

  /// Begins a piece of work; what goes wrong with it is a line in the log.
  static void begin(String name, Runnable work) {
    Thread.ofVirtual()
        .name(name)
        .start(() -> {
          try {
            work.run();
          } catch (Exception failure) {
            LOG.atError().addKeyValue("job", name).setCause(failure).log("A job failed");
          }
        });
  }
}
