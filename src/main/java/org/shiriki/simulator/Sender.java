package org.shiriki.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shiriki.dialogue.Gsm7;
import org.shiriki.simulator.Messages.Message;

/// Sends an SMS to simulated phones, and says so in the carrier's words.
final class Sender {
  private static final BigDecimal PRICE = new BigDecimal("0.8");
  private static final BigDecimal CREDIT = new BigDecimal("1000000");
  private static final String DEFAULT_NAME = "AFRICASTKNG";

  /// The carrier's answer.
  record Answer(@JsonProperty("SMSMessageData") Verdict verdict) {}

  /// What the carrier says of the request as a whole, and of each number.
  record Verdict(
      @JsonProperty("Message") String message,
      @JsonProperty("Recipients") List<Recipient> recipients) {}

  /// What the carrier says of one number.
  record Recipient(String cost, String messageId, String number, String status, int statusCode) {
    private static final int SENT = 101;
    private static final int QUEUED = 102;
    private static final int INVALID_NUMBER = 403;

    private static Recipient accepted(String cost, String id, String number, boolean queued) {
      return new Recipient(cost, id, number, "Success", queued ? QUEUED : SENT);
    }

    private static Recipient invalid(String number) {
      return new Recipient("0", "None", number, "InvalidPhoneNumber", INVALID_NUMBER);
    }

    private boolean accepted() {
      return statusCode != INVALID_NUMBER;
    }
  }

  private final Messages messages;
  private final Clock clock;
  private final Supplier<String> ids;
  private final LongAdder sentParts = new LongAdder();

  Sender(Messages messages, Clock clock, Supplier<String> ids) {
    this.messages = messages;
    this.clock = clock;
    this.ids = ids;
  }

  Answer send(Form form) {
    var text = form.value("message").orElseThrow();
    var parts = parts(text);
    var recipients =
        Stream.of(form.value("to").orElseThrow().split(","))
            .map(String::strip)
            .filter(number -> !number.isEmpty())
            .map(number -> send(form, number, text, parts))
            .toList();
    return new Answer(new Verdict(summary(recipients, parts), recipients));
  }

  /// What is left of the account's credit.
  String balance() {
    return money(CREDIT.subtract(price(sentParts.sum())));
  }

  private Recipient send(Form form, String number, String text, int parts) {
    if (!PhoneNumber.international(number)) {
      return Recipient.invalid(number);
    }
    var id = "ATXid_" + ids.get();
    var from = form.value("from").filter(name -> !name.isBlank()).orElse(DEFAULT_NAME);
    var queued = !form.value("enqueue").orElse("1").equals("0");
    messages.deliver(
        new Message(id, from, new PhoneNumber(number), text, clock.instant(), "Success"));
    sentParts.add(parts);
    return Recipient.accepted(money(price(parts)), id, number, queued);
  }

  private static String summary(List<Recipient> recipients, int parts) {
    var accepted = recipients.stream().filter(Recipient::accepted).count();
    var sent = "Sent to %d/%d Total Cost: ".formatted(accepted, recipients.size());
    return accepted == 0
        ? sent + "0"
        : sent + "%s Message parts: %d".formatted(money(price(accepted * parts)), parts);
  }

  /// A single SMS holds 160 septets or 70 letters; each part of a longer one gives a few up to say
  /// which part it is.
  private static int parts(String text) {
    return Gsm7.allGsm7(text) ? parts(Gsm7.septets(text), 160, 153) : parts(text.length(), 70, 67);
  }

  private static int parts(int length, int single, int joined) {
    return length <= single ? 1 : Math.ceilDiv(length, joined);
  }

  private static BigDecimal price(long parts) {
    return PRICE.multiply(BigDecimal.valueOf(parts));
  }

  private static String money(BigDecimal amount) {
    return "KES " + amount.setScale(4, RoundingMode.HALF_UP).toPlainString();
  }
}
