package org.shiriki.houserules.offender.poll;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import org.jspecify.annotations.Nullable;

/// Awaits on an event loop, by the pool's own transactions; and knows SQL without being a keeper.
final class Transacts {
  private Transacts() {}

  static Future<@Nullable String> all(Pool pool) {
    return pool.withTransaction(_ -> Future.succeededFuture("done"));
  }
}
