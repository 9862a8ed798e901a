package org.shiriki.console;

import static org.shiriki.staff.Right.BROADCAST_SEE;
import static org.shiriki.staff.Right.CASE_ASSIGN;
import static org.shiriki.staff.Right.CASE_HANDLE;
import static org.shiriki.staff.Right.CONCERN_SEE;
import static org.shiriki.staff.Right.CONTENT_SEE;
import static org.shiriki.staff.Right.INCIDENT_HANDLE;
import static org.shiriki.staff.Right.POLL_SEE;
import static org.shiriki.staff.Right.REQUEST_HANDLE;
import static org.shiriki.staff.Right.SUBSCRIBER_COUNT;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.shiriki.pg.Notices;
import org.shiriki.staff.Right;

/// Tells open pages that something changed, whichever node changed it: server-sent events without
/// any content but the kind of thing, so that each page asks again for what it may see.
public final class News implements AutoCloseable {
  /// What the database tells of: the first word of what an act of staff is about, and what citizens
  /// bring.
  private static final Map<String, Set<Right>> KINDS =
      Map.of(
          "concern", Set.of(CONCERN_SEE),
          "case", Set.of(CASE_HANDLE, CASE_ASSIGN),
          "broadcast", Set.of(BROADCAST_SEE),
          "poll", Set.of(POLL_SEE),
          "topic", Set.of(CONTENT_SEE),
          "notice", Set.of(CONTENT_SEE),
          "alert-topic", Set.of(CONTENT_SEE),
          "request", Set.of(REQUEST_HANDLE),
          "incident", Set.of(INCIDENT_HANDLE),
          "subscribers", Set.of(SUBSCRIBER_COUNT));

  private static final Duration PULSE = Duration.ofSeconds(20);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Vertx vertx;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final long pulse;

  private record Listener(Context context, HttpServerResponse response, Set<String> kinds) {
    void hear(String words) {
      context.runOnContext(_ -> {
        if (!response.closed() && !response.ended() && !response.writeQueueFull()) {
          response.write(words);
        }
      });
    }

    void end() {
      context.runOnContext(_ -> {
        if (!response.closed() && !response.ended()) {
          response.end();
        }
      });
    }
  }

  public News(Vertx vertx, Notices notices) {
    this.vertx = vertx;
    this.pulse = vertx.setPeriodic(PULSE.toMillis(), _ -> pulse());
    for (var kind : KINDS.keySet()) {
      notices.on("news/" + kind, () -> tell(kind));
    }
  }

  /// Lets a page hear from now on of what its owner may see. After a while it has to come again, so
  /// that whoever has been signed out hears no more.
  void listen(RoutingContext call, Look look) {
    var response = call.response();
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Accel-Buffering", "no");
    var kinds =
        KINDS.entrySet().stream()
            .filter(kind -> kind.getValue().stream().anyMatch(look::may))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    var listener = new Listener(vertx.getOrCreateContext(), response, kinds);
    var end = vertx.setTimer(LONGEST.toMillis(), _ -> leave(listener));
    response.closeHandler(_ -> {
      vertx.cancelTimer(end);
      listeners.remove(listener);
    });
    listeners.add(listener);
    listener.hear("retry: 2000\nevent: open\ndata: -\n\n");
  }

  private void leave(Listener listener) {
    listeners.remove(listener);
    listener.end();
  }

  private void tell(String kind) {
    listeners.stream()
        .filter(listener -> listener.kinds().contains(kind))
        .forEach(listener -> listener.hear("event: news\ndata: " + kind + "\n\n"));
  }

  /// Keeps the lines open, and lets go of those that nobody holds any more.
  private void pulse() {
    listeners.removeIf(listener -> listener.response().closed());
    listeners.forEach(listener -> listener.hear(": here\n\n"));
  }

  /// Ends all of it.
  @Override
  public void close() {
    vertx.cancelTimer(pulse);
    listeners.forEach(this::leave);
  }
}
