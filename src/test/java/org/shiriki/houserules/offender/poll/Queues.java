package org.shiriki.houserules.offender.poll;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Blocks on a queue.
final class Queues {
  private Queues() {}

  static BlockingQueue<String> answers() {
    return new LinkedBlockingQueue<>();
  }
}
