package org.shiriki.pg;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells every node that something of a kind has come, for whoever watches.
///
/// A notice makes the database's commits wait for each other, so it does not go out with what
/// citizens do: each node gathers, and tells twice a second at most.
public final class Herald {
  private static final Logger LOG = LoggerFactory.getLogger(Herald.class);
  private static final Duration GATHERS = Duration.ofMillis(500);
  private static final Sql TELL =
      new Sql("herald.tell", "select pg_notify('shiriki_change', 'news/' || $1)");

  private final Vertx vertx;
  private final Database database;
  private final Set<String> gathered = ConcurrentHashMap.newKeySet();

  public Herald(Vertx vertx, Database database) {
    this.vertx = vertx;
    this.database = database;
  }

  /// Something of this kind has come.
  public void tell(String kind) {
    if (gathered.add(kind)) {
      vertx.setTimer(GATHERS.toMillis(), _ -> send(kind));
    }
  }

  private void send(String kind) {
    gathered.remove(kind);
    database
        .send(TELL, kind)
        .onFailure(failure -> LOG.atWarn().setCause(failure).log("Nobody was told of news"));
  }
}
