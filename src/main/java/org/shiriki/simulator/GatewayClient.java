package org.shiriki.simulator;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The carrier's way to the gateway: its callbacks, byte for byte.
final class GatewayClient {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayClient.class);
  private static final String METADATA = "at-ussd-hop-metadata";
  private static final int MOST_AT_ONCE = 1_000;

  private final WebClient client;
  private final Supplier<URI> callbacks;
  private final Duration limit;

  GatewayClient(Vertx vertx, Supplier<URI> callbacks, Duration limit) {
    this.client =
        WebClient.create(
            vertx,
            new WebClientOptions().setUserAgent("at-ussd-api/1.0").setFollowRedirects(false),
            new PoolOptions().setHttp1MaxSize(MOST_AT_ONCE));
    this.callbacks = callbacks;
    this.limit = limit;
  }

  /// Asks for the next screen of a session.
  Reply ask(Session session, Faults faults) {
    var first = asked(session);
    if (!faults.duplicate()) {
      return first.await();
    }
    var sooner = Promise.<Reply>promise();
    first.onSuccess(sooner::tryComplete);
    asked(session).onSuccess(sooner::tryComplete);
    return sooner.future().await();
  }

  /// Tells how a session ended; nobody waits for the gateway's answer.
  void tell(Session session, Form event, Faults faults) {
    for (var copy = 0; copy < (faults.duplicate() ? 2 : 1); copy++) {
      post("/ussd/events", event, "")
          .onSuccess(response -> warnUnlessOk(session, response.statusCode()))
          .onFailure(failure -> warn(session, failure.getClass().getSimpleName()));
    }
  }

  /// Tells how a message fares; nobody waits for the gateway's answer.
  void report(Form report) {
    post("/sms/reports", report, "")
        .onSuccess(response -> {
          if (response.statusCode() != Reply.OK) {
            warn("HTTP status " + response.statusCode());
          }
        })
        .onFailure(failure -> warn(failure.getClass().getSimpleName()));
  }

  /// Hands over an SMS; gives whether the gateway took it.
  Future<Boolean> letter(Form letter) {
    return post("/sms", letter, "")
        .map(response -> response.statusCode() == Reply.OK)
        .otherwise(false);
  }

  private static void warn(String failure) {
    LOG.atWarn()
        .addKeyValue("failure", failure)
        .log("The gateway did not take a report of delivery");
  }

  private Future<Reply> asked(Session session) {
    return post("/ussd", session.callback(), session.metadata())
        .map(GatewayClient::reply)
        .otherwise(GatewayClient::missing);
  }

  /// An address that is not known yet counts as a gateway that cannot be reached.
  private Future<HttpResponse<Buffer>> post(String path, Form form, String metadata) {
    return Future.succeededFuture(path).compose(_ -> send(path, form, metadata));
  }

  private Future<HttpResponse<Buffer>> send(String path, Form form, String metadata) {
    var request =
        client
            .postAbs(callbacks.get() + path)
            .timeout(limit.toMillis())
            .putHeader("Content-Type", "application/x-www-form-urlencoded");
    if (!metadata.isEmpty()) {
      request.putHeader(METADATA, metadata);
    }
    return request
        .sendBuffer(Buffer.buffer(form.encoded()))
        .timeout(limit.toMillis(), MILLISECONDS);
  }

  private static Reply reply(HttpResponse<Buffer> response) {
    var body = Optional.ofNullable(response.bodyAsString()).orElse("");
    var metadata = Optional.ofNullable(response.getHeader(METADATA)).orElse("");
    return Reply.of(response.statusCode(), body, metadata);
  }

  private static Reply missing(Throwable failure) {
    return failure instanceof TimeoutException ? Reply.late() : Reply.unreachable();
  }

  private static void warnUnlessOk(Session session, int status) {
    if (status != Reply.OK) {
      warn(session, "HTTP status " + status);
    }
  }

  private static void warn(Session session, String failure) {
    LOG.atWarn()
        .addKeyValue("session", session.id())
        .addKeyValue("failure", failure)
        .log("The gateway did not take an end-of-session notice");
  }
}
