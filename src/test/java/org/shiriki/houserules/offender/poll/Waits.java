package org.shiriki.houserules.offender.poll;

import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits with a time limit, after which a verticle is dead.
final class Waits {
  private Waits() {}

  static String limited(Future<String> answer) throws TimeoutException {
    return answer.await(2, TimeUnit.SECONDS);
  }
}
