package org.shiriki.africastalking;

import io.vertx.ext.web.Router;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.shiriki.privacy.Phone;
import org.shiriki.ussd.Answer;
import org.shiriki.ussd.Hop;
import org.shiriki.ussd.RateLimits;
import org.shiriki.ussd.SessionId;
import org.shiriki.ussd.UssdDoor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The callbacks of a USSD channel: `POST /at/{key}/ussd` for each hop, `POST
/// /at/{key}/ussd/events` when a session is over.
public final class UssdCallbacks {
  private static final Logger LOG = LoggerFactory.getLogger(UssdCallbacks.class);
  private static final int LARGEST_BODY = 8 * 1024;
  private static final Predicate<String> SESSION_ID =
      Pattern.compile("[\\x21-\\x7e]{1,100}").asMatchPredicate();

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
  private final ServiceCode code;
  private final FormRoute route;

  public UssdCallbacks(UssdDoor door, RateLimits rates, CallbackKeys keys, ServiceCode code) {
    this.door = door;
    this.rates = rates;
    this.code = code;
    this.route = new FormRoute(keys, LARGEST_BODY);
  }

  /// Adds the callbacks to a router.
  public void mount(Router router) {
    route.mountAnswering(router, "/ussd", (key, form) -> wire(hop(key, form)));
    route.mount(router, "/ussd/events", this::event);
  }

  private Answer hop(String key, Form form) {
    if (!rates.admitsKey(key)) {
      return BUSY;
    }
    var hop = read(form);
    if (hop.isEmpty()) {
      LOG.atWarn().log("A callback lacks a readable phone, code, text or session");
    }
    return hop.map(door::answer).orElse(UNREADABLE);
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

  private static String wire(Answer answer) {
    return (answer.open() ? "CON " : "END ") + answer.text();
  }

  /// AT tells that a session is over; its word is taken as a hint, since it does not always come.
  private void event(Form form) {
    session(form).ifPresent(door::over);
  }
}
