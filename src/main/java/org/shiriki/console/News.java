package org.shiriki.console;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.shiriki.pg.Notices;

/// Tells open pages that something changed, whichever node changed it: server-sent events without
/// any content but the kind of thing, so that each page asks again for what it may see.
public final class News implements AutoCloseable {
  /// What the database tells of: the first word of what an act of staff is about, and what citizens
  /// bring.
  private static final Set<String> KINDS =
      Set.of(
          "concern",
          "case",
          "broadcast",
          "poll",
          "topic",
          "notice",
          "request",
          "incident",
          "alert-topic",
          "subscribers");

  private static final Duration PULSE = Duration.ofSeconds(20);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Vertx vertx;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final long pulse;

  private record Listener(Context context, HttpServerResponse response) {
    void hear(String words) {
      context.runOnContext(_ -> {
        if (!response.closed() && !response.writeQueueFull()) {
          response.write(words);
        }
      });
    }
  }

  public News(Vertx vertx, Notices notices) {
    this.vertx = vertx;
    this.pulse = vertx.setPeriodic(PULSE.toMillis(), _ -> tell(": here\n\n"));
    for (var kind : KINDS) {
      notices.on("news/" + kind, () -> tell("event: news\ndata: " + kind + "\n\n"));
    }
  }

  /// Lets a page hear from now on. After a while it has to come again, so that whoever has been
  /// signed out hears no more.
  void listen(RoutingContext call) {
    var response = call.response();
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Accel-Buffering", "no");
    var listener = new Listener(vertx.getOrCreateContext(), response);
    listeners.add(listener);
    var end = vertx.setTimer(LONGEST.toMillis(), _ -> response.end());
    response.closeHandler(_ -> {
      vertx.cancelTimer(end);
      listeners.remove(listener);
    });
    response.endHandler(_ -> listeners.remove(listener));
    listener.hear("retry: 2000\nevent: open\ndata: -\n\n");
  }

  private void tell(String words) {
    listeners.forEach(listener -> listener.hear(words));
  }

  /// Ends all of it.
  @Override
  public void close() {
    vertx.cancelTimer(pulse);
    listeners.forEach(listener ->
        listener
            .context()
            .runOnContext(_ -> {
              if (!listener.response().ended()) {
                listener.response().end();
              }
            }));
  }
}
