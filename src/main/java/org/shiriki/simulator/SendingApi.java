package org.shiriki.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.shiriki.simulator.Sender.Order;
import org.shiriki.simulator.Sender.Recipient;

/// The carrier's own API, through which the gateway sends its SMS, and whoever wants to can fetch
/// what people wrote.
final class SendingApi {
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;

  private final Sender sender;
  private final Letters letters;
  private final Reporter reporter;
  private final Json json;
  private final Vertx vertx;
  private final AtomicReference<SendingFaults> faults = new AtomicReference<>(SendingFaults.NONE);

  SendingApi(Vertx vertx, Sender sender, Letters letters, Reporter reporter, Json json) {
    this.letters = letters;
    this.vertx = vertx;
    this.sender = sender;
    this.reporter = reporter;
    this.json = json;
  }

  void mountOn(Router router) {
    router.post("/version1/messaging").handler(withKey(this::send));
    router.get("/version1/messaging").handler(withKey(this::fetch));
    router.post("/version1/messaging/bulk").handler(withKey(this::sendBulk));
    router.get("/version1/user").handler(withKey(this::balance));
    router.get("/api/faults/sending").handler(context -> showFaults(context, OK));
    router.put("/api/faults/sending").handler(this::suffer);
  }

  private void suffer(RoutingContext context) {
    try {
      faults.set(json.read(body(context), SendingFaults.class));
      showFaults(context, OK);
    } catch (IllegalArgumentException wrong) {
      plain(context.response(), BAD_REQUEST, String.valueOf(wrong.getMessage()));
    }
  }

  private void showFaults(RoutingContext context, int status) {
    write(context.response(), status, faults.get());
  }

  /// Reads the body itself: the server's own limits on forms are smaller than a long `to`.
  private void send(RoutingContext context) {
    var form = form(body(context));
    if (form.isEmpty()) {
      plain(context.response(), BAD_REQUEST, "The request content was malformed");
      return;
    }
    missing(form.get())
        .ifPresentOrElse(name -> refuse(context, name), () -> take(context, Order.of(form.get())));
  }

  private void sendBulk(RoutingContext context) {
    try {
      var bulk = new JsonObject(body(context));
      Stream.of("username", "phoneNumbers", "message", "senderId")
          .filter(name -> !bulk.containsKey(name))
          .findFirst()
          .ifPresentOrElse(name -> refuse(context, name), () -> take(context, order(bulk)));
    } catch (DecodeException _) {
      plain(context.response(), BAD_REQUEST, "The request content was malformed");
    } catch (ClassCastException _) {
      plain(context.response(), BAD_REQUEST, "The request content was malformed");
    }
  }

  private static Order order(JsonObject bulk) {
    return new Order(
        bulk.getJsonArray("phoneNumbers").stream().map(String::valueOf).toList(),
        bulk.getString("message"),
        bulk.getString("senderId"),
        bulk.getBoolean("enqueue", true));
  }

  private static void refuse(RoutingContext context, String field) {
    plain(
        context.response(),
        BAD_REQUEST,
        "Request is missing required form field '%s'".formatted(field));
  }

  private void take(RoutingContext context, Order order) {
    var wrong = faults.get();
    if (wrong.delayMillis() > 0) {
      vertx.timer(wrong.delayMillis()).await();
    }
    if (wrong.html()) {
      html(context.response(), wrong.status());
      return;
    }
    if (wrong.status() > 0) {
      plain(context.response(), wrong.status(), "The server is not well");
      return;
    }
    var answer = sender.send(order);
    answer.verdict().recipients().stream()
        .filter(Recipient::accepted)
        .forEach(one -> reporter.follow(new PhoneNumber(one.number()), one.messageId(), wrong));
    if (wrong.dropAfterAccept()) {
      context.request().connection().close().await();
    } else {
      write(context.response(), CREATED, wrong.dollars() ? answer.inDollars() : answer);
    }
  }

  private static String body(RoutingContext context) {
    return context.request().body().await().toString(UTF_8);
  }

  private static void html(HttpServerResponse response, int status) {
    response
        .setStatusCode(status == 0 ? OK : status)
        .putHeader("Content-Type", "text/html")
        .end("<html><body><h1>Please wait</h1></body></html>")
        .await();
  }

  private void balance(RoutingContext context) {
    if (nameless(context)) {
      return;
    }
    write(context.response(), OK, Map.of("UserData", Map.of("balance", sender.balance())));
  }

  /// The account has one short code and no keywords of its own, so those that are asked for change
  /// nothing; the carrier's package for Node asks for "undefined" ones.
  private void fetch(RoutingContext context) {
    if (nameless(context)) {
      return;
    }
    var last = context.queryParam("lastReceivedId");
    try {
      var after = last.isEmpty() ? 0 : Integer.parseInt(last.getFirst());
      write(
          context.response(),
          OK,
          Map.of("SMSMessageData", Map.of("Messages", letters.after(after))));
    } catch (NumberFormatException _) {
      plain(
          context.response(),
          BAD_REQUEST,
          "The query parameter 'lastReceivedId' was malformed: it is no whole number");
    }
  }

  private static boolean nameless(RoutingContext context) {
    var nameless = context.queryParam("username").isEmpty();
    if (nameless) {
      plain(
          context.response(), NOT_FOUND, "Request is missing required query parameter 'username'");
    }
    return nameless;
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
