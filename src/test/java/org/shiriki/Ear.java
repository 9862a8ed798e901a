package org.shiriki;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Somebody else's program that is told by webhook and remembers it.
public final class Ear implements AutoCloseable {
  private final HttpServer server;
  private final ConcurrentLinkedQueue<Heard> heard = new ConcurrentLinkedQueue<>();
  private volatile int status = 204;
  private volatile boolean mute;

  /// What it was told.
  public record Heard(String path, MultiMap headers, String body) {
    public String signature() {
      return Objects.requireNonNull(headers.get("Shiriki-Signature"));
    }

    public String event() {
      return Objects.requireNonNull(headers.get("Shiriki-Event"));
    }
  }

  public Ear(Vertx vertx) {
    this.server =
        vertx.createHttpServer().requestHandler(this::hear).listen(0, "127.0.0.1").await();
  }

  private void hear(HttpServerRequest request) {
    request
        .body()
        .onSuccess(body -> {
          heard.add(new Heard(request.uri(), request.headers(), body.toString()));
          if (!mute) {
            var response = request.response().setStatusCode(status);
            if (status / 100 == 3) {
              response.putHeader("Location", "/elsewhere");
            }
            response.end();
          }
        });
  }

  /// Answers with this from now on.
  public void answers(int with) {
    mute = false;
    status = with;
  }

  /// Hears, and says nothing.
  public void fallSilent() {
    mute = true;
  }

  public String url() {
    return "http://127.0.0.1:" + server.actualPort() + "/hook";
  }

  public List<Heard> heard() {
    return List.copyOf(heard);
  }

  @Override
  public void close() {
    server.close().await();
  }
}
