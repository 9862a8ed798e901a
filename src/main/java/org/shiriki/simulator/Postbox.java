package org.shiriki.simulator;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what people write to the short code, and hands it to the gateway until that says 200.
///
/// The real carrier tries once a minute for up to twelve hours; here a minute is [#PAUSE].
final class Postbox {
  /// The short code that people write to.
  static final String SHORT_CODE = "28901";

  static final Duration PAUSE = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(Postbox.class);
  private static final int TRIES = 12 * 60;
  private static final int LONGEST = 1_000;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final Vertx vertx;
  private final GatewayClient gateway;
  private final Clock clock;
  private final Supplier<String> ids;
  private final Letters letters;

  /// What somebody writes.
  record Letter(PhoneNumber phone, String text) {
    Letter {
      if (text.isBlank() || text.length() > LONGEST) {
        throw new IllegalArgumentException(
            "text must have between 1 and %d characters".formatted(LONGEST));
      }
    }

    @Override
    public String toString() {
      return "Letter[from " + phone + ']';
    }
  }

  /// What the phone shows of it.
  ///
  /// @param taken whether the gateway took it at once; if not, it is handed over again
  record Sent(String id, String to, Instant at, boolean taken) {}

  Postbox(Vertx vertx, GatewayClient gateway, Clock clock, Supplier<String> ids, Letters letters) {
    this.letters = letters;
    this.vertx = vertx;
    this.gateway = gateway;
    this.clock = clock;
    this.ids = ids;
  }

  /// Sends a letter on its way. A network that duplicates hands it over twice at the same time; one
  /// that loses answers loses the first.
  Sent post(Letter letter, Faults faults) {
    var at = clock.instant();
    var id = uuid(ids.get());
    var link = uuid(ids.get());
    var form = form(letter, link, id, at);
    letters.add(link, letter.text(), SHORT_CODE, at, letter.phone());
    if (faults.delayMillis() > 0) {
      vertx.timer(faults.delayMillis()).await();
    }
    if (faults.duplicate()) {
      gateway.letter(form);
    }
    var taken = gateway.letter(form).map(heard -> heard && !faults.drop()).await();
    if (!taken) {
      again(form, 2);
    }
    return new Sent(id, SHORT_CODE, at, taken);
  }

  private void again(Form form, int attempt) {
    if (attempt > TRIES) {
      LOG.atWarn().log("The gateway never took an SMS");
      return;
    }
    vertx
        .timer(PAUSE.toMillis())
        .<Boolean>compose(_ -> gateway.letter(form))
        .onSuccess(taken -> {
          if (!taken) {
            again(form, attempt + 1);
          }
        });
  }

  /// The fields in the carrier's order.
  private static Form form(Letter letter, String link, String id, Instant at) {
    return Form.empty()
        .with("linkId", link)
        .with("text", letter.text())
        .with("to", SHORT_CODE)
        .with("id", id)
        .with("cost", "KES 0.0000")
        .with("date", DATE.format(at))
        .with("from", letter.phone().international())
        .with("networkCode", letter.phone().networkCode());
  }

  private static String uuid(String hexadecimal) {
    return hexadecimal.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
  }
}
