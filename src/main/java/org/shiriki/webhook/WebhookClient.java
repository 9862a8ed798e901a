package org.shiriki.webhook;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.shiriki.web.Outside;

/// The way to other people's programs. It stands on the HTTP client and not on the web client above
/// it, because an answer that nobody reads has to be cut off.
public final class WebhookClient implements Receiver, AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(4);
  private static final Duration WHOLE = Duration.ofSeconds(8);
  private static final int CONNECTIONS = 8;

  private final Vertx vertx;
  private final Outside outside;
  private final HttpClient client;
  private final Context context;

  /// @param outside which addresses may be reached
  public WebhookClient(Vertx vertx, Outside outside) {
    this.vertx = vertx;
    this.outside = outside;
    this.context = vertx.getOrCreateContext();
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setKeepAlive(false)
                .setForceSni(true)
                .setVerifyHost(true)
                .setMaxRedirects(0),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS));
  }

  @Override
  public Answer send(String url, Map<String, String> headers, String body) {
    var target = URI.create(url);
    var answered = Promise.<Answer>promise();
    context.runOnContext(_ ->
        reachable(target.getHost())
            .compose(address ->
                outside.allows(address)
                    ? post(target, address, headers, body)
                    : Future.succeededFuture(new Answer(Outcome.FORBIDDEN, 0)))
            .otherwise(_ -> new Answer(Outcome.UNREACHABLE, 0))
            .onComplete(answered));
    return answered.future().await();
  }

  /// Looks a name up once; the connection goes to this very address.
  private Future<InetAddress> reachable(String host) {
    return vertx
        .executeBlocking(() -> InetAddress.getByName(host), false)
        .map(Objects::requireNonNull)
        .timeout(CONNECT.toMillis(), MILLISECONDS);
  }

  private Future<Answer> post(
      URI target, InetAddress address, Map<String, String> headers, String body) {
    return connected(target, address, headers)
        .transform(connection ->
            connection.succeeded()
                ? exchange(connection.result(), body)
                : Future.succeededFuture(new Answer(Outcome.UNREACHABLE, 0)));
  }

  private Future<HttpClientRequest> connected(
      URI target, InetAddress address, Map<String, String> headers) {
    var secure = "https".equals(target.getScheme());
    var usual = secure ? 443 : 80;
    var port = target.getPort() < 0 ? usual : target.getPort();
    var path = Objects.requireNonNullElse(target.getRawPath(), "");
    var query = target.getRawQuery() == null ? "" : '?' + target.getRawQuery();
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
            .setHost(target.getHost())
            .setPort(port)
            .setSsl(secure)
            .setURI((path.isEmpty() ? "/" : path) + query)
            .setFollowRedirects(false)
            .setConnectTimeout(CONNECT.toMillis());
    headers.forEach(options::putHeader);
    return client.request(options).timeout(WHOLE.toMillis(), MILLISECONDS);
  }

  /// The answer counts by its first line; the rest is cut off.
  private static Future<Answer> exchange(HttpClientRequest request, String body) {
    return request
        .exceptionHandler(_ -> {})
        .send(body)
        .map(response -> answer(response.exceptionHandler(_ -> {}).statusCode()))
        .timeout(WHOLE.toMillis(), MILLISECONDS)
        .otherwise(new Answer(Outcome.UNANSWERED, 0))
        .onComplete(_ -> request.reset());
  }

  private static Answer answer(int status) {
    return new Answer(
        switch (status / 100) {
          case 2 -> Outcome.TAKEN;
          case 3 -> Outcome.REDIRECTED;
          default -> Outcome.REFUSED;
        },
        status);
  }

  @Override
  public void close() {
    client.close().await();
  }
}
