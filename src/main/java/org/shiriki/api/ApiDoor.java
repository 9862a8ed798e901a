package org.shiriki.api;

import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.Operation;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.shiriki.api.Contract.Entry;
import org.shiriki.staff.Colleague;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door of programs: HTTP in, the answer of an operation out.
public final class ApiDoor {
  private static final Logger LOG = LoggerFactory.getLogger(ApiDoor.class);
  private static final long LARGEST_BODY = 5L * 1024 * 1024;

  /// The cookie of who signed in to the console.
  public static final String COOKIE = "shiriki_session";

  /// The header that a page of ours sends along when it changes something.
  public static final String CSRF = "X-CSRF-Token";

  private final Vertx vertx;
  private final Operations operations;
  private final RequestExtractor extractor = RequestExtractor.withBodyHandler();
  private final Callers callers;
  private final Quotas quotas;

  /// Opens the door.
  ///
  /// @param perMinute how often one caller may call
  public ApiDoor(Vertx vertx, Operations operations, Callers callers, int perMinute) {
    this.vertx = vertx;
    this.operations = operations;
    this.callers = callers;
    this.quotas = new Quotas(perMinute);
  }

  /// The cookie of a visit, which no script reads and no other site sends.
  ///
  /// @param word empty to forget it
  public static Cookie cookie(String word, Duration time) {
    return Cookie.cookie(COOKIE, word)
        .setHttpOnly(true)
        .setSecure(true)
        .setSameSite(CookieSameSite.STRICT)
        .setPath("/")
        .setMaxAge(time.toSeconds());
  }

  /// Adds the operations, and the contract itself, to a router.
  public void mount(Router router) {
    var contract = operations.contract();
    var yaml = contract.yaml();
    router
        .get(Contract.PATH + "/openapi.yaml")
        .handler(call -> call.response().putHeader("Content-Type", "application/yaml").end(yaml));
    var builder = RouterBuilder.create(vertx, operations.readable());
    builder.rootHandler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
    for (var entry : contract.entries()) {
      var route = Objects.requireNonNull(builder.getRoute(entry.id()));
      route
          .setDoSecurity(false)
          .setDoValidation(false)
          .addHandler(call -> answer(call, entry, route.getOperation()));
    }
    router.route(Contract.PATH + "/*").subRouter(builder.createRouter());
  }

  private void answer(RoutingContext call, Entry entry, Operation operation) {
    var started = System.nanoTime();
    var answer = new Answer(call);
    var account = "";
    try {
      var caller = caller(call, entry);
      account = caller.map(Colleague::account).orElse("");
      answer.give(admitted(call, entry, operation, caller, answer));
    } catch (Exception failure) {
      LOG.atError()
          .addKeyValue("operation", entry.id())
          .setCause(failure)
          .log("An operation of the API failed");
      if (!call.response().ended() && !call.response().closed()) {
        answer.give(new Reply.Refused(Answer.FAILED));
      }
    }
    LOG.atInfo()
        .addKeyValue("operation", entry.id())
        .addKeyValue("account", account)
        .addKeyValue("status", call.response().getStatusCode())
        .addKeyValue("ms", (System.nanoTime() - started) / 1_000_000)
        .log("The API answered");
  }

  private Reply admitted(
      RoutingContext call,
      Entry entry,
      Operation operation,
      Optional<Colleague> caller,
      Answer answer) {
    var left = quotas.take(caller.map(Colleague::account).orElse("?" + address(call)));
    answer.quota(left);
    return left.admitted()
        ? operations.ask(entry, caller, asked(call, operation))
        : new Reply.Refused(Answer.TOO_OFTEN);
  }

  private Operations.Asked asked(RoutingContext call, Operation operation) {
    var request = call.request();
    return new Operations.Asked(
        () -> extractor.extractValidatableRequest(call, operation).await(),
        request.getHeader("If-Match"),
        Optional.ofNullable(request.getHeader("Idempotency-Key")),
        Wire.isSheet(request.getHeader("Content-Type"))
            ? Optional.of(Wire.sheet(call.body().asString()))
            : Optional.empty(),
        visit(call),
        address(call));
  }

  private Optional<Colleague> caller(RoutingContext call, Entry entry) {
    var header = call.request().getHeader("Authorization");
    var from = address(call);
    if (header != null) {
      return header.regionMatches(true, 0, "Bearer ", 0, 7)
          ? callers.byToken(header.substring(7).strip(), from)
          : Optional.empty();
    }
    var visit = visit(call);
    if (visit.isEmpty()) {
      return Optional.empty();
    }
    var csrf = Objects.requireNonNullElse(call.request().getHeader(CSRF), "");
    return callers.byVisit(visit, csrf, !entry.method().equals("get"), from);
  }

  private static String visit(RoutingContext call) {
    var cookie = call.request().getCookie(COOKIE);
    return cookie == null ? "" : cookie.getValue();
  }

  private static String address(RoutingContext call) {
    var address = call.request().remoteAddress();
    return address == null ? "" : Objects.requireNonNullElse(address.hostAddress(), "");
  }
}
