package org.shiriki;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/// A gateway in a process of its own, which can be killed.
final class GatewayProcess implements AutoCloseable {
  private static final int CONNECTIONS = 500;

  private final Process process;
  private final int port;
  private final Vertx vertx = Vertx.vertx();
  private final WebClient client =
      WebClient.create(
          vertx, new WebClientOptions(), new PoolOptions().setHttp1MaxSize(CONNECTIONS));

  private GatewayProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Starts a gateway and returns when it has said that it is ready.
  static GatewayProcess start(Path data, Map<String, String> variables) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            java, "-Xmx256m", "-cp", System.getProperty("java.class.path"), "org.shiriki.Main");
    builder.environment().put("SHIRIKI_DATA", data.toString());
    builder.environment().put("SHIRIKI_HTTP_PORT", "0");
    builder.environment().putAll(variables);
    builder.redirectErrorStream(true);
    try {
      Files.createDirectories(data);
      var process = builder.start();
      var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
      var said = new StringBuilder();
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        said.append(line).append('\n');
        if (line.startsWith("Shiriki is ready: ")) {
          Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
          return new GatewayProcess(
              process, Integer.parseInt(line.substring(line.lastIndexOf(':') + 1)));
        }
      }
      throw new AssertionError("The gateway ended without being ready:\n" + said);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  TestPhone phone(String number) {
    return new TestPhone(this::hop, number);
  }

  private String hop(String form) {
    return Objects.requireNonNullElse(send("/at/local/ussd", form).bodyAsString(), "");
  }

  /// Posts a form, and gives the status.
  int post(String path, String form) {
    return send(path, form).statusCode();
  }

  private HttpResponse<Buffer> send(String path, String form) {
    return client
        .post(port, "127.0.0.1", path)
        .putHeader("Content-Type", "application/x-www-form-urlencoded")
        .sendBuffer(Buffer.buffer(form))
        .await();
  }

  /// As kill -9: nothing is written, nothing is closed, its PostgreSQL goes on running.
  void kill() {
    process.destroyForcibly().onExit().join();
    vertx.close().await();
  }

  /// As Ctrl-C; gives the exit status.
  int stop() {
    process.destroy();
    return process.onExit().join().exitValue();
  }

  @Override
  public void close() {
    stop();
    vertx.close().await();
  }
}
