package org.shiriki.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The carrier's own API, through which the gateway sends its SMS.
final class SendingApi {
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;

  private final Sender sender;
  private final Json json;

  SendingApi(Sender sender, Json json) {
    this.sender = sender;
    this.json = json;
  }

  void mountOn(Router router) {
    router.post("/version1/messaging").handler(withKey(this::send));
    router.get("/version1/user").handler(withKey(this::balance));
  }

  /// Reads the body itself: the server's own limits on forms are smaller than a long `to`.
  private void send(RoutingContext context) {
    var form = form(context.request().body().await().toString(UTF_8));
    if (form.isEmpty()) {
      plain(context.response(), BAD_REQUEST, "The request content was malformed");
      return;
    }
    missing(form.get())
        .ifPresentOrElse(
            name ->
                plain(
                    context.response(),
                    BAD_REQUEST,
                    "Request is missing required form field '%s'".formatted(name)),
            () -> write(context.response(), CREATED, sender.send(form.get())));
  }

  private void balance(RoutingContext context) {
    if (context.queryParam("username").isEmpty()) {
      plain(
          context.response(), NOT_FOUND, "Request is missing required query parameter 'username'");
      return;
    }
    write(context.response(), OK, Map.of("UserData", Map.of("balance", sender.balance())));
  }

  private static Handler<RoutingContext> withKey(Handler<RoutingContext> use) {
    return context -> {
      if (Optional.ofNullable(context.request().getHeader("apiKey")).orElse("").isBlank()) {
        context.response().putHeader("WWW-Authenticate", "Basic realm=\"api\",charset=UTF-8");
        plain(context.response(), UNAUTHORIZED, "The supplied authentication is invalid");
        return;
      }
      use.handle(context);
    };
  }

  private static Optional<Form> form(String body) {
    try {
      return Optional.of(Form.parse(body));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> missing(Form form) {
    return Stream.of("username", "to", "message")
        .filter(name -> form.value(name).isEmpty())
        .findFirst();
  }

  private void write(HttpServerResponse response, int status, Object answer) {
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(json.write(answer))
        .await();
  }

  private static void plain(HttpServerResponse response, int status, String text) {
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "text/plain; charset=UTF-8")
        .end(text)
        .await();
  }
}
