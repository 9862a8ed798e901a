package org.shiriki.simulator;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/// The carrier of laptops, training and tests: phones that dial the gateway, and an API that takes
/// its SMS.
///
/// One simulator serves any number of routers. Its routes wait in direct style, so the server that
/// they are mounted on belongs in a virtual-thread verticle; and they read bodies themselves, so
/// they come before any body handler.
public final class Simulator {

  /// Where the simulator is mounted; its page counts on it.
  public static final String PATH = "/simulator";

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Map<String, String> PAGE =
      Map.of(
          PATH,
          "phones.html",
          PATH + "/phones.css",
          "phones.css",
          PATH + "/phones.js",
          "phones.js",
          PATH + "/icon.svg",
          "icon.svg");

  private final Vertx vertx;
  private final PhoneApi phones;
  private final SendingApi sending;

  /// @param callbacks where the gateway takes the carrier's callbacks, such as
  ///   `http://127.0.0.1:8080/at/local`; asked for at each callback, for the port may be known late
  /// @param ids 32 lower-case hexadecimal digits at a time, never the same twice
  public Simulator(
      Vertx vertx, Supplier<URI> callbacks, Terms terms, Clock clock, Supplier<String> ids) {
    var json = new Json();
    var messages = new Messages();
    var letters = new Letters();
    var gateway = new GatewayClient(vertx, callbacks, terms.answer());
    this.vertx = vertx;
    this.phones =
        new PhoneApi(
            new Exchange(vertx, gateway, terms, clock, ids),
            new Postbox(vertx, gateway, clock, ids, letters),
            messages,
            json);
    this.sending =
        new SendingApi(
            vertx, new Sender(messages, clock, ids), letters, new Reporter(vertx, gateway), json);
  }

  /// Ids as the carrier makes them.
  public static Supplier<String> randomIds() {
    return () -> UUID.randomUUID().toString().replace("-", "");
  }

  /// Puts the page, the phones' API and the carrier's API under [#PATH].
  public void mountOn(Router router) {
    PAGE.forEach((path, file) -> router.get(path).handler(context -> show(context, file)));
    var apis = Router.router(vertx);
    phones.mountOn(apis);
    sending.mountOn(apis);
    router.route(PATH + "/*").subRouter(apis);
  }

  private static void show(RoutingContext context, String file) {
    context
        .response()
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cache-Control", "no-cache")
        .sendFile("simulator/" + file)
        .await();
  }
}
