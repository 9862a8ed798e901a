package org.shiriki.houserules.offender.dialogue;

import io.vertx.core.buffer.Buffer;

/// Ground that knows Vert.x.
final class Buffers {
  private Buffers() {}

  static Buffer of(String words) {
    return Buffer.buffer(words);
  }
}
