package org.shiriki.simulator;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/// A gateway that remembers what it was posted, and says what it was told to.
final class FakeGateway {
  record Posted(String method, String path, MultiMap headers, String body) {
    String field(String name) {
      return Form.parse(body).value(name).orElseThrow();
    }
  }

  record Said(int status, String body, Map<String, String> headers) {
    static Said of(String body) {
      return new Said(200, body, Map.of());
    }
  }

  private final BlockingQueue<Posted> callbacks = new LinkedBlockingQueue<>();
  private final BlockingQueue<Posted> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Posted> reports = new LinkedBlockingQueue<>();
  private final HttpServer server;
  private volatile Function<Posted, Future<Said>> manner =
      _ -> Future.succeededFuture(Said.of("END Asante"));

  FakeGateway(Vertx vertx) {
    this.server =
        vertx.createHttpServer().requestHandler(this::remember).listen(0, "127.0.0.1").await();
  }

  URI callbackAddress() {
    return URI.create("http://127.0.0.1:%d/at/local".formatted(server.actualPort()));
  }

  void leave() {
    server.close().await();
  }

  void says(String body) {
    says(Said.of(body));
  }

  void says(Said said) {
    saysLater(_ -> Future.succeededFuture(said));
  }

  void saysLater(Function<Posted, Future<Said>> newManner) {
    manner = newManner;
  }

  Posted nextCallback() {
    return next(callbacks);
  }

  Posted nextEvent() {
    return next(events);
  }

  Posted report() {
    return next(reports);
  }

  int callbacksWaiting() {
    return callbacks.size();
  }

  private static Posted next(BlockingQueue<Posted> queue) {
    try {
      var posted = queue.poll(10, SECONDS);
      assertThat(posted).as("what the gateway was posted").isNotNull();
      return posted;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private void remember(HttpServerRequest request) {
    request
        .body()
        .map(body ->
            new Posted(
                request.method().name(),
                URI.create(request.uri()).getPath(),
                request.headers(),
                body.toString()))
        .onSuccess(posted -> take(request, posted));
  }

  private void take(HttpServerRequest request, Posted posted) {
    if (posted.path().endsWith("/events")) {
      events.add(posted);
      request.response().end("OK");
      return;
    }
    if (posted.path().endsWith("/reports")) {
      reports.add(posted);
      request.response().end("OK");
      return;
    }
    callbacks.add(posted);
    manner
        .apply(posted)
        .onSuccess(said -> {
          said.headers().forEach(request.response()::putHeader);
          request.response().setStatusCode(said.status()).end(said.body());
        });
  }
}
