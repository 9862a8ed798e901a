package org.shiriki.simulator;

import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The phones' JSON API, for their page, for tests and for the terminal.
final class PhoneApi {
  private static final int LARGEST_BODY = 8_192;
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;

  private record Dial(PhoneNumber phone, String code) {}

  private record Answer(PhoneNumber phone, String text) {}

  private record Network(String code, String shortCode) {}

  private record HangUp(PhoneNumber phone) {}

  record Switches(PhoneNumber phone, boolean duplicate, boolean drop, int delayMillis) {
    Switches {
      var _ = new Faults(duplicate, drop, delayMillis);
    }

    private Faults faults() {
      return new Faults(duplicate, drop, delayMillis);
    }
  }

  private final Exchange exchange;
  private final Postbox postbox;
  private final Messages messages;
  private final Json json;

  PhoneApi(Exchange exchange, Postbox postbox, Messages messages, Json json) {
    this.exchange = exchange;
    this.postbox = postbox;
    this.messages = messages;
    this.json = json;
  }

  void mountOn(Router router) {
    takes(router.post("/api/dial"), Dial.class, this::dial);
    takes(router.post("/api/answer"), Answer.class, this::answer);
    takes(router.post("/api/hangup"), HangUp.class, this::hangUp);
    takes(router.post("/api/sms"), Postbox.Letter.class, this::write);
    takes(router.put("/api/faults"), Switches.class, this::suffer);
    tells(router.get("/api/faults"), phone -> exchange.handset(phone).faults());
    tells(router.get("/api/phone"), phone -> exchange.handset(phone).screen());
    tells(router.get("/api/messages"), messages::of);
    router
        .get("/api/network")
        .handler(context -> write(context, OK, "application/json", network()));
  }

  private Screen dial(Dial order) {
    return exchange.handset(order.phone()).dial(order.code());
  }

  private Screen answer(Answer order) {
    return exchange.handset(order.phone()).answer(order.text());
  }

  private Screen hangUp(HangUp order) {
    return exchange.handset(order.phone()).hangUp();
  }

  private Postbox.Sent write(Postbox.Letter letter) {
    return postbox.post(letter, exchange.handset(letter.phone()).faults());
  }

  private Faults suffer(Switches order) {
    exchange.handset(order.phone()).suffer(order.faults());
    return order.faults();
  }

  private Network network() {
    return new Network(exchange.code().written(), Postbox.SHORT_CODE);
  }

  private <T> void takes(Route route, Class<T> kind, Function<T, Object> use) {
    route
        .consumes("application/json")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
        .handler(context -> {
          var body = Optional.ofNullable(context.body().asString()).orElse("");
          answer(context, () -> json.read(body, kind), use);
        });
  }

  private void tells(Route route, Function<PhoneNumber, Object> use) {
    route.handler(context -> answer(context, () -> phone(context.queryParam("phone")), use));
  }

  /// Only what was asked may be refused; what goes wrong in use is a fault of this room.
  private <T> void answer(RoutingContext context, Supplier<T> asked, Function<T, Object> use) {
    T order;
    try {
      order = asked.get();
    } catch (IllegalArgumentException wrong) {
      refuse(context, String.valueOf(wrong.getMessage()));
      return;
    }
    write(context, OK, "application/json", use.apply(order));
  }

  private static PhoneNumber phone(List<String> named) {
    if (named.isEmpty()) {
      throw new IllegalArgumentException("Say which phone: ?phone=254700000001");
    }
    return PhoneNumber.parse(named.getFirst());
  }

  private void refuse(RoutingContext context, String detail) {
    write(context, BAD_REQUEST, "application/problem+json", Problem.badRequest(detail));
  }

  private void write(RoutingContext context, int status, String type, Object value) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", type)
        .putHeader("Cache-Control", "no-store")
        .end(json.write(value))
        .await();
  }
}
