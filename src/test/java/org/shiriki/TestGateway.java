package org.shiriki;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.shiriki.pg.DatabaseUrl;

/// A whole gateway on a port of its own, and a way to call it.
public final class TestGateway implements AutoCloseable {
  private static final Path KEYS = newFolder();

  private final Wiring wiring;
  private final Vertx vertx = Vertx.vertx();
  private final WebClient client = WebClient.create(vertx);

  private TestGateway(Wiring wiring) {
    this.wiring = wiring;
  }

  public static TestGateway on(DatabaseUrl database) {
    return on(database, InstantSource.system(), Map.of());
  }

  /// A gateway.
  ///
  /// @param variables settings over the usual ones
  public static TestGateway on(
      DatabaseUrl database, InstantSource clock, Map<String, String> variables) {
    var environment = new HashMap<String, String>();
    environment.put("SHIRIKI_HTTP_PORT", "0");
    environment.put("SHIRIKI_DATA", folder().toString());
    environment.put("SHIRIKI_ADMIN_TOKEN", Desk.DIRECTOR);
    environment.putAll(variables);
    var settings = Settings.read(environment).on(database);
    return new TestGateway(Wiring.start(settings, clock));
  }

  /// One folder for all gateways of a test run, so that nodes of one database share their keys.
  private static Path folder() {
    return KEYS;
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("shiriki-test");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Somebody's phone, unknown to the gateway unless the number was used before.
  public TestPhone phone(String number) {
    return new TestPhone(this::hop, number);
  }

  /// Posts a hop, and gives the answer's body.
  String hop(String form) {
    return hop("/at/local/ussd", form);
  }

  String hop(String path, String form) {
    var answer = post(path, "application/x-www-form-urlencoded", form);
    if (answer.statusCode() != 200) {
      throw new AssertionError("The gateway answered " + answer.statusCode());
    }
    return Objects.requireNonNullElse(answer.bodyAsString(), "");
  }

  public HttpResponse<Buffer> post(String path, String type, String body) {
    return client
        .post(wiring.port(), "127.0.0.1", path)
        .putHeader("Content-Type", type)
        .putHeader("User-Agent", "at-ussd-api/1.0")
        .sendBuffer(Buffer.buffer(body))
        .await();
  }

  public HttpResponse<Buffer> put(String path, String type, String body) {
    return client
        .put(wiring.port(), "127.0.0.1", path)
        .putHeader("Content-Type", type)
        .sendBuffer(Buffer.buffer(body))
        .await();
  }

  public HttpResponse<Buffer> get(String path) {
    return client.get(wiring.port(), "127.0.0.1", path).send().await();
  }

  public HttpResponse<Buffer> get(String path, String accept) {
    return client.get(wiring.port(), "127.0.0.1", path).putHeader("Accept", accept).send().await();
  }

  HttpRequest<Buffer> request(HttpMethod method, String path) {
    return client.request(method, wiring.port(), "127.0.0.1", path);
  }

  Vertx vertx() {
    return vertx;
  }

  public int port() {
    return wiring.port();
  }

  /// Stops the gateway; whoever called it can still read the answer.
  public TestGateway stop() {
    wiring.close();
    return this;
  }

  @Override
  public void close() {
    wiring.close();
    vertx.close().await();
  }

  static Instant noon() {
    return Instant.parse("2026-11-21T09:00:00Z");
  }
}
