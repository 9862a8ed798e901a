package org.shiriki.africastalking;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.shiriki.privacy.Phone;
import org.shiriki.ussd.Answer;
import org.shiriki.ussd.Hop;
import org.shiriki.ussd.RateLimits;
import org.shiriki.ussd.SessionId;
import org.shiriki.ussd.UssdDoor;
import org.shiriki.web.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The callbacks of a USSD channel: `POST /at/{key}/ussd` for each hop, `POST
/// /at/{key}/ussd/events` when a session is over.
public final class UssdCallbacks {
  private static final Logger LOG = LoggerFactory.getLogger(UssdCallbacks.class);
  private static final int LARGEST_BODY = 8 * 1024;
  private static final Predicate<String> SESSION_ID =
      Pattern.compile("[\\x21-\\x7e]{1,100}").asMatchPredicate();
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final Answer UNREADABLE =
      new Answer(
          "Samahani, ombi halikusomeka. Tafadhali piga tena.\n"
              + "Sorry, the request could not be read. Please dial again.",
          false);
  private static final Answer BUSY =
      new Answer(
          "Watu wengi wanapiga sasa. Tafadhali piga tena baada ya dakika moja.\n"
              + "Many people are calling. Please dial again in a minute.",
          false);

  private final UssdDoor door;
  private final RateLimits rates;
  private final CallbackKeys keys;
  private final ServiceCode code;

  public UssdCallbacks(UssdDoor door, RateLimits rates, CallbackKeys keys, ServiceCode code) {
    this.door = door;
    this.rates = rates;
    this.keys = keys;
    this.code = code;
  }

  /// Adds the callbacks to a router.
  public void mount(Router router) {
    mount(router, "/at/:key/ussd", this::hop);
    mount(router, "/at/:key/ussd/events", this::event);
  }

  private void mount(Router router, String path, BiConsumer<RoutingContext, Form> answer) {
    router.route(path).handler(this::admit);
    router
        .post(path)
        .handler(call ->
            Body.read(call.request(), LARGEST_BODY)
                .ifPresentOrElse(
                    body -> answer.accept(call, Form.read(body)), () -> call.fail(413)));
  }

  private void admit(RoutingContext call) {
    if (!keys.admit(key(call))) {
      call.fail(404);
    } else if (!call.request().method().equals(HttpMethod.POST)) {
      call.response().putHeader("Allow", "POST");
      call.fail(405);
    } else if (!isForm(call)) {
      call.fail(415);
    } else {
      call.next();
    }
  }

  private static boolean isForm(RoutingContext call) {
    var type = call.request().getHeader("Content-Type");
    return type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM);
  }

  private void hop(RoutingContext call, Form form) {
    if (!rates.admitsKey(key(call))) {
      reply(call, BUSY);
      return;
    }
    var hop = read(form);
    if (hop.isEmpty()) {
      LOG.atWarn().log("A callback lacks a readable phone, code, text or session");
    }
    reply(call, hop.map(door::answer).orElse(UNREADABLE));
  }

  private static String key(RoutingContext call) {
    return Objects.requireNonNullElse(call.pathParam("key"), "");
  }

  private Optional<Hop> read(Form form) {
    var session = session(form);
    var phone = form.one("phoneNumber").flatMap(Phone::read);
    var dialled = form.one("serviceCode");
    var text = form.one("text");
    if (session.isEmpty() || phone.isEmpty() || dialled.isEmpty() || text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Hop(
            session.get(),
            phone.get(),
            code.channelOf(dialled.get()),
            code.dialledBehind(dialled.get()),
            text.get(),
            Network.grace(form.one("networkCode").orElse(""))));
  }

  private static Optional<SessionId> session(Form form) {
    return form.one("sessionId").filter(SESSION_ID).map(SessionId::new);
  }

  private static void reply(RoutingContext call, Answer answer) {
    call.response()
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .end((answer.open() ? "CON " : "END ") + answer.text());
  }

  /// AT tells that a session is over; its word is taken as a hint, since it does not always come.
  private void event(RoutingContext call, Form form) {
    session(form).ifPresent(door::over);
    call.response().putHeader("Content-Type", "text/plain; charset=utf-8").end("OK");
  }
}
