package org.shiriki.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.RequestValidator;
import io.vertx.openapi.validation.ValidatedRequest;
import io.vertx.openapi.validation.ValidatorException;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shiriki.api.Contract.Entry;
import org.shiriki.api.Contract.Needs;
import org.shiriki.staff.Colleague;
import org.shiriki.staff.Right;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door of staff and their programs.
public final class ApiDoor {
  private static final Logger LOG = LoggerFactory.getLogger(ApiDoor.class);
  private static final long LARGEST_BODY = 5L * 1024 * 1024;

  /// The cookie of who signed in to the console.
  public static final String COOKIE = "shiriki_session";

  /// The header that a page of ours sends along when it changes something.
  public static final String CSRF = "X-CSRF-Token";

  private final Vertx vertx;
  private final Contract contract;
  private final OpenAPIContract readable;
  private final RequestValidator validator;
  private final RequestExtractor extractor = RequestExtractor.withBodyHandler();
  private final Map<String, Api.Operation> operations = new HashMap<>();
  private final Callers callers;
  private final Once once;
  private final Quotas quotas;
  private final InstantSource clock;

  /// Opens the door.
  ///
  /// @param rooms whose operations it leads to
  /// @param perMinute how often one caller may call
  /// @throws IllegalStateException if the contract has an operation that no room answers, or a room
  ///   answers one that the contract does not have
  public ApiDoor(
      Vertx vertx,
      List<Api> rooms,
      Callers callers,
      Once once,
      int perMinute,
      InstantSource clock) {
    this.vertx = vertx;
    this.contract = Contract.of(rooms);
    this.readable = OpenAPIContract.from(vertx, Wire.readable(contract.document())).await();
    this.validator = RequestValidator.create(vertx, readable);
    this.callers = callers;
    this.once = once;
    this.quotas = new Quotas(perMinute);
    this.clock = clock;
    rooms.forEach(room -> operations.putAll(room.operations()));
    var agreed = contract.entries().stream().map(Entry::id).toList();
    if (agreed.size() != operations.size() || !operations.keySet().containsAll(agreed)) {
      throw new IllegalStateException(
          "The contract names " + agreed + " and the rooms answer " + operations.keySet());
    }
  }

  /// Adds the operations, and the contract itself, to a router.
  public void mount(Router router) {
    var yaml = contract.yaml();
    router
        .get(Contract.PATH + "/openapi.yaml")
        .handler(call -> call.response().putHeader("Content-Type", "application/yaml").end(yaml));
    var builder = RouterBuilder.create(vertx, readable);
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
    if (!left.admitted()) {
      return new Reply.Refused(Answer.TOO_OFTEN);
    }
    return switch (entry.needs()) {
      case Needs.Nothing() ->
          valid(call, entry, operation, caller.orElse(nobody(call)), Right.TOKEN_OWN);
      case Needs.Account() ->
          caller.isEmpty()
              ? new Reply.Refused(Problem.unknownCaller())
              : valid(call, entry, operation, caller.get(), Right.TOKEN_OWN);
      case Needs.To(var right) -> withRight(call, entry, operation, caller, right);
    };
  }

  private Reply withRight(
      RoutingContext call,
      Entry entry,
      Operation operation,
      Optional<Colleague> caller,
      Right right) {
    if (caller.isEmpty()) {
      return new Reply.Refused(Problem.unknownCaller());
    }
    if (!caller.get().may(right)) {
      return Reply.forbidden("This needs the right " + right + ".");
    }
    return valid(call, entry, operation, caller.get(), right);
  }

  private Reply valid(
      RoutingContext call, Entry entry, Operation operation, Colleague colleague, Right right) {
    if (entry.sheet() && !Wire.isSheet(call.request().getHeader("Content-Type"))) {
      return new Reply.Refused(Answer.NO_SHEET);
    }
    ValidatedRequest request;
    try {
      var raw = extractor.extractValidatableRequest(call, operation).await();
      request = validator.validate(raw, entry.id()).await();
    } catch (ValidatorException failure) {
      return new Reply.Refused(Wire.problem(failure));
    }
    var header = call.request().getHeader("If-Match");
    if (entry.matches() && header == null) {
      return new Reply.Refused(Answer.UNMATCHED);
    }
    var version = Wire.version(Objects.requireNonNullElse(header, ""));
    if (entry.matches() && version.isEmpty()) {
      return Reply.stale();
    }
    return repeatable(
        entry,
        Optional.ofNullable(call.request().getHeader("Idempotency-Key")),
        new Call(
            colleague,
            right,
            Wire.path(request),
            Wire.query(request),
            entry.sheet() ? Wire.sheet(call.body().asString()) : Wire.body(request),
            entry.matches() ? version.orElseThrow() : null,
            UUID.randomUUID(),
            clock.instant(),
            visit(call)));
  }

  private Reply repeatable(Entry entry, Optional<String> word, Call call) {
    if (!entry.once() || word.isEmpty()) {
      return done(entry, call);
    }
    var key = entry.id() + ' ' + word.get();
    var account = call.colleague().account();
    var name = new Once.Name(account, key, Wire.hash(call.path() + call.body().toString()));
    return switch (once.ask(name)) {
      case Once.Known.Answered(var reply) -> reply;
      case Once.Known.Other() -> new Reply.Refused(Answer.OTHER_REQUEST);
      case Once.Known.Open() -> {
        var id = UUID.nameUUIDFromBytes((account + '\n' + key).getBytes(UTF_8));
        var reply = done(entry, call.named(id));
        once.keep(name, reply instanceof Reply.Created created ? created : null);
        yield reply;
      }
    };
  }

  private Reply done(Entry entry, Call call) {
    try {
      return Objects.requireNonNull(operations.get(entry.id())).answer(call);
    } catch (NumberFormatException | DateTimeException failure) {
      if (call.query("cursor").isEmpty()) {
        throw failure;
      }
      return new Reply.Refused(Problem.invalid("The cursor is none that a list gave.", List.of()));
    } catch (Json.Unreadable failure) {
      return new Reply.Refused(Problem.invalid(failure.why(), List.of()));
    }
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

  private static Colleague nobody(RoutingContext call) {
    return new Colleague("", "", List.of(), Set.of(), address(call));
  }

  private static String address(RoutingContext call) {
    var address = call.request().remoteAddress();
    return address == null ? "" : Objects.requireNonNullElse(address.hostAddress(), "");
  }
}
