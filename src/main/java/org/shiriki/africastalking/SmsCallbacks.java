package org.shiriki.africastalking;

import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.shiriki.privacy.Phone;
import org.shiriki.sms.Incoming;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The callback of SMS that people write to us: `POST /at/{key}/sms`.
///
/// AT hands a message over every minute for up to 12 hours until it hears 200, so it is kept before
/// that is said. Its ids are UUIDs or whole numbers, its dates come in two forms and are not
/// needed: what counts is when a message came here. A sender may be a name such as `MTN`.
public final class SmsCallbacks {
  private static final Logger LOG = LoggerFactory.getLogger(SmsCallbacks.class);
  private static final int LARGEST_BODY = 16 * 1024;
  private static final int LONGEST_NAME = 30;
  private static final Predicate<String> MESSAGE_ID =
      Pattern.compile("[\\x21-\\x7e]{1,100}").asMatchPredicate();

  private final Taker taker;
  private final InstantSource clock;
  private final FormRoute route;

  /// Who takes a message; when it returns, the message is kept.
  @FunctionalInterface
  public interface Taker {
    void take(Incoming sms);
  }

  public SmsCallbacks(Taker taker, InstantSource clock, CallbackKeys keys) {
    this.taker = taker;
    this.clock = clock;
    this.route = new FormRoute(keys, LARGEST_BODY);
  }

  /// Adds the callback to a router.
  public void mount(Router router) {
    route.mount(router, "/sms", this::sms);
  }

  private void sms(Form form) {
    var id = form.one("id").filter(MESSAGE_ID);
    var sender = form.one("from").filter(from -> !from.isBlank());
    var text = form.one("text");
    if (id.isEmpty() || sender.isEmpty() || text.isEmpty()) {
      LOG.atWarn().log("An incoming SMS lacks its id, its sender or its text");
      return;
    }
    var operator = Network.operator(form.one("networkCode").orElse(""));
    taker.take(new Incoming(id.get(), name(sender.get()), text.get(), clock.instant(), operator));
  }

  /// A number, or a name cut to what a name can be.
  private static String name(String sender) {
    return Phone.read(sender).isPresent() || sender.length() <= LONGEST_NAME
        ? sender
        : sender.substring(0, LONGEST_NAME);
  }
}
