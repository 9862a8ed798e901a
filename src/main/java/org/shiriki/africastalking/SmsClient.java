package org.shiriki.africastalking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.circuitbreaker.OpenCircuitException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shiriki.privacy.Phone;
import org.shiriki.sms.Carrier;
import org.shiriki.sms.Credit;
import org.shiriki.sms.Outcome;

/// AT's sending API. A request is handed over once: as soon as its body may have left, whatever
/// goes wrong is [Outcome.Unknown].
///
/// It stands on the HTTP client and not on the web client above it, because only there the moment
/// is seen at which a connection is had and nothing has been written yet.
public final class SmsClient implements Carrier, AutoCloseable {
  private static final int CONNECTIONS = 32;

  /// Shorter than any server's, so that no request goes into a connection that is being closed.
  private static final int KEEP_ALIVE_SECONDS = 15;

  private static final int FAILURES = 5;
  private static final Duration BREAK = Duration.ofSeconds(10);

  /// A request that was not answered, for the breaker to count.
  private static final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Outcome outcome;

    private Unanswered(Outcome outcome) {
      super(outcome.toString(), null, false, false);
      this.outcome = outcome;
    }
  }

  private record Body(String path, String type, Buffer content) {
    @Override
    public String toString() {
      return "Body[" + path + ']';
    }
  }

  private final Account account;
  private final Supplier<URI> base;
  private final Patience patience;
  private final MeterRegistry meters;
  private final HttpClient client;

  /// Where all requests live. A request that is made on a thread which soon ends can lose the rest
  /// of a long answer (Vert.x 5.0.10, seen in `SmsClientIT`).
  private final Context context;

  private final CircuitBreaker breaker;

  /// @param base of the API, such as `https://api.africastalking.com`; asked for at each request
  public SmsClient(
      Vertx vertx, Account account, Supplier<URI> base, Patience patience, MeterRegistry meters) {
    this.account = account;
    this.base = base;
    this.patience = patience;
    this.meters = meters;
    this.context = vertx.getOrCreateContext();
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(millis(patience.connect()))
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    this.breaker =
        CircuitBreaker.create(
            "africastalking",
            vertx,
            new CircuitBreakerOptions()
                .setMaxFailures(FAILURES)
                .setTimeout(patience.connect().plus(patience.whole()).plusSeconds(5).toMillis())
                .setResetTimeout(BREAK.toMillis())
                .setNotificationPeriod(0));
    Gauge.builder(
            "shiriki.sms.breaker",
            breaker,
            kept -> kept.state() == CircuitBreakerState.CLOSED ? 0 : 1)
        .description("1 while the carrier is left alone because it did not answer")
        .register(meters);
  }

  @Override
  public Outcome send(Parcel parcel) {
    var answered = Promise.<Outcome>promise();
    context.runOnContext(_ ->
        breaker
            .execute(() -> attempt(parcel).compose(SmsClient::judge))
            .otherwise(SmsClient::outcome)
            .onComplete(answered));
    return answered.future().await();
  }

  @Override
  public Credit credit() {
    var answered = Promise.<Credit>promise();
    context.runOnContext(_ ->
        client
            .request(
                new RequestOptions()
                    .setMethod(HttpMethod.GET)
                    .setAbsoluteURI(
                        base.get() + "/version1/user?username=" + encoded(account.username()))
                    .setConnectTimeout(patience.connect().toMillis())
                    .setIdleTimeout(patience.silence().toMillis())
                    .putHeader("apiKey", account.key().secret())
                    .putHeader("Accept", "application/json"))
            .compose(request -> request.send().compose(HttpClientResponse::body))
            .timeout(patience.whole().toMillis(), MILLISECONDS)
            .map(Balance::read)
            .otherwise(new Credit.Untold())
            .onComplete(answered));
    return answered.future().await();
  }

  private static Future<Outcome> judge(Outcome outcome) {
    return switch (outcome) {
      case Outcome.NotSent _ -> Future.failedFuture(new Unanswered(outcome));
      case Outcome.Unknown _ -> Future.failedFuture(new Unanswered(outcome));
      default -> Future.succeededFuture(outcome);
    };
  }

  private static Outcome outcome(Throwable failure) {
    return switch (failure) {
      case Unanswered unanswered -> unanswered.outcome;
      case OpenCircuitException _ -> new Outcome.NotSent("breaker");
      default -> new Outcome.Unknown(failure.getClass().getSimpleName());
    };
  }

  private Future<Outcome> attempt(Parcel parcel) {
    var body = body(parcel);
    return connected(body)
        .transform(connection ->
            connection.succeeded()
                ? exchange(connection.result(), body.content(), parcel.to())
                : Future.succeededFuture(new Outcome.NotSent(kind(connection.cause()))));
  }

  /// Fails only while nothing has been written.
  private Future<HttpClientRequest> connected(Body body) {
    return Future.succeededFuture()
        .compose(_ ->
            client.request(
                new RequestOptions()
                    .setMethod(HttpMethod.POST)
                    .setAbsoluteURI(base.get() + body.path())
                    .setConnectTimeout(patience.connect().toMillis())
                    .setIdleTimeout(patience.silence().toMillis())
                    .putHeader("apiKey", account.key().secret())
                    .putHeader("Accept", "application/json")
                    .putHeader("Content-Type", body.type())));
  }

  private Future<Outcome> exchange(HttpClientRequest request, Buffer body, List<Phone> to) {
    return request
        .send(body)
        .compose(response -> response.body().map(content -> read(response, content, to)))
        .timeout(patience.whole().toMillis(), MILLISECONDS)
        .otherwise(failure -> {
          request.reset();
          return new Outcome.Unknown(kind(failure));
        });
  }

  private Outcome read(HttpClientResponse response, Buffer content, List<Phone> to) {
    return new SendAnswer(
            response.statusCode(),
            retryAfter(response.getHeader("Retry-After")),
            content.toString(UTF_8))
        .outcome(to, this::unknown);
  }

  private void unknown(int code) {
    meters.counter("shiriki.sms.unknown.codes", "code", Integer.toString(code)).increment();
  }

  /// The bulk endpoint wants a sender, and the sandbox has none.
  private Body body(Parcel parcel) {
    var sender = parcel.sender().isEmpty() ? account.senderId() : parcel.sender();
    return parcel.to().size() == 1 || sender.isEmpty() || account.sandbox()
        ? form(parcel, sender)
        : json(parcel, sender);
  }

  private Body form(Parcel parcel, String sender) {
    var to = parcel.to().stream().map(Phone::e164).collect(Collectors.joining(","));
    var form =
        "username="
            + encoded(account.username())
            + "&to="
            + encoded(to)
            + "&message="
            + encoded(parcel.text())
            + "&bulkSMSMode=1&enqueue=1"
            + (sender.isEmpty() ? "" : "&from=" + encoded(sender));
    return new Body(
        "/version1/messaging", "application/x-www-form-urlencoded", Buffer.buffer(form));
  }

  private Body json(Parcel parcel, String sender) {
    var order =
        new JsonObject()
            .put("username", account.username())
            .put("phoneNumbers", new JsonArray(parcel.to().stream().map(Phone::e164).toList()))
            .put("message", parcel.text())
            .put("senderId", sender)
            .put("enqueue", true);
    return new Body("/version1/messaging/bulk", "application/json", order.toBuffer());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }

  private static String kind(Throwable failure) {
    return failure.getClass().getSimpleName();
  }

  private static int millis(Duration time) {
    return Math.toIntExact(time.toMillis());
  }

  /// AT is not known to send dates here; what is no number of seconds says nothing.
  private static Duration retryAfter(@Nullable String header) {
    return header != null && header.matches("\\d{1,4}")
        ? Duration.ofSeconds(Long.parseLong(header))
        : Duration.ZERO;
  }

  @Override
  public void close() {
    breaker.close();
    client.close().await();
  }
}
