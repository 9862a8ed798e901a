package org.shiriki.ussd;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/// Lets the hops of one session through one at a time, in the order of arrival; different sessions
/// do not wait for each other.
final class Lanes {
  private final ConcurrentMap<SessionId, Future<Void>> last = new ConcurrentHashMap<>();

  <T> T inTurn(SessionId session, Supplier<T> work) {
    var mine = Promise.<Void>promise();
    var before = last.put(session, mine.future());
    try {
      if (before != null) {
        before.await();
      }
      return work.get();
    } finally {
      last.remove(session, mine.future());
      mine.complete();
    }
  }
}
