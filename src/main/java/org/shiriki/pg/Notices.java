package org.shiriki.pg;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.pubsub.PgSubscriber;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The ear for changes of reference data, whichever node made them. A table's reload runs after a
/// notice about it and after every reconnection, since notices sent while nobody listened are lost.
public final class Notices implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private static final String CHANNEL = "shiriki_change";
  private static final Duration LONGEST_GAP = Duration.ofSeconds(5);
  private static final Duration NEXT_TRY = Duration.ofMillis(500);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final PgSubscriber subscriber;
  private final long heartbeat;
  private final Promise<Void> first = Promise.promise();
  private final Map<String, List<Runnable>> reloads = new ConcurrentHashMap<>();
  private final Set<Runnable> waiting = new LinkedHashSet<>();
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("notices").factory());

  private Notices(Vertx vertx, PgSubscriber subscriber) {
    this.vertx = vertx;
    this.subscriber = subscriber;
    this.heartbeat = vertx.setPeriodic(HEARTBEAT.toMillis(), _ -> probe());
  }

  /// Begins to listen, and waits until it does.
  public static Notices listen(Vertx vertx, DatabaseUrl url) {
    var options = url.connectOptions();
    options.addProperty("application_name", "shiriki-notices");
    var subscriber = PgSubscriber.subscriber(vertx, options);
    var notices = new Notices(vertx, subscriber);
    subscriber.reconnectPolicy(Notices::gap);
    subscriber
        .channel(CHANNEL)
        .subscribeHandler(_ -> notices.listening())
        .handler(notices::changed);
    subscriber.connect().compose(_ -> notices.first.future()).await();
    return notices;
  }

  /// From now on the reload runs when the table may have changed: one at a time with all others, on
  /// a thread that may wait, again a little later if it throws. Register first, then load.
  public void on(String table, Runnable reload) {
    reloads.computeIfAbsent(table, _ -> new CopyOnWriteArrayList<>()).add(reload);
  }

  /// Stops listening.
  @Override
  public void close() {
    vertx.cancelTimer(heartbeat);
    synchronized (waiting) {
      reader.shutdown();
    }
    subscriber.close().await();
  }

  private static long gap(int attempt) {
    return Math.min(LONGEST_GAP.toMillis(), 50L << Math.min(attempt, 10));
  }

  private void changed(String table) {
    reloads.getOrDefault(table, List.of()).forEach(this::want);
  }

  private void listening() {
    if (!first.tryComplete()) {
      reloads.values().forEach(all -> all.forEach(this::want));
    }
  }

  /// Notices that arrive while the same reload waits for its turn are one.
  private void want(Runnable reload) {
    synchronized (waiting) {
      if (!reader.isShutdown() && waiting.add(reload)) {
        reader.execute(() -> read(reload));
      }
    }
  }

  private void read(Runnable reload) {
    synchronized (waiting) {
      waiting.remove(reload);
    }
    try {
      reload.run();
    } catch (Exception failure) {
      LOG.atWarn().setCause(failure).log("Reading changed data failed; trying again");
      vertx.setTimer(NEXT_TRY.toMillis(), _ -> want(reload));
    }
  }

  /// Ends a connection whose other side has gone without a word.
  private void probe() {
    var connection = subscriber.actualConnection();
    if (connection != null) {
      connection
          .query("select 1")
          .execute()
          .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .<Void>mapEmpty()
          .recover(_ -> connection.close());
    }
  }
}
