package org.shiriki.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.shiriki.dialogue.Gsm7;
import org.shiriki.simulator.Messages.Message;

/// Sends an SMS to simulated phones, and says so in the carrier's words.
final class Sender {
  private static final BigDecimal PRICE = new BigDecimal("0.8");
  private static final BigDecimal CREDIT = new BigDecimal("1000000");
  private static final String DEFAULT_NAME = "AFRICASTKNG";

  /// A name of eleven characters at most, or a short code.
  private static final Pattern SENDER = Pattern.compile("[A-Za-z0-9 _.-]{1,11}");

  /// The carrier's answer.
  record Answer(@JsonProperty("SMSMessageData") Verdict verdict) {
    /// The same from an account that pays its total in dollars, as a recorded one does.
    Answer inDollars() {
      var message = verdict.message().replaceAll("KES [0-9.]+", "USD 0.0079");
      return new Answer(new Verdict(message, verdict.recipients()));
    }
  }

  /// What the carrier says of the request as a whole, and of each number.
  record Verdict(
      @JsonProperty("Message") String message,
      @JsonProperty("Recipients") List<Recipient> recipients) {}

  /// What the carrier says of one number.
  record Recipient(String cost, String messageId, String number, String status, int statusCode) {
    private static final int SENT = 101;
    private static final int QUEUED = 102;
    private static final Refusal NO_NUMBER = new Refusal(403, "InvalidPhoneNumber");

    private static Recipient accepted(String cost, String id, String number, boolean queued) {
      return new Recipient(cost, id, number, "Success", queued ? QUEUED : SENT);
    }

    private static Recipient refused(String number, Refusal refusal) {
      return new Recipient("0", "None", number, refusal.word(), refusal.code());
    }

    boolean accepted() {
      return statusCode == SENT || statusCode == QUEUED;
    }
  }

  /// What one request asks for.
  record Order(List<String> to, String text, String from, boolean queued) {
    static Order of(Form form) {
      return new Order(
          List.of(form.value("to").orElseThrow().split(",")),
          form.value("message").orElseThrow(),
          form.value("from").orElse(""),
          !form.value("enqueue").orElse("1").equals("0"));
    }

    @Override
    public String toString() {
      return "Order[to " + to.size() + ']';
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
    return send(Order.of(form));
  }

  Answer send(Order order) {
    var from = order.from().isBlank() ? DEFAULT_NAME : order.from();
    if (!SENDER.matcher(from).matches()) {
      return new Answer(new Verdict("InvalidSenderId", List.of()));
    }
    var parts = parts(order.text());
    var recipients =
        order.to().stream()
            .map(String::strip)
            .filter(number -> !number.isEmpty())
            .map(number -> send(order, from, number, parts))
            .toList();
    return new Answer(new Verdict(summary(recipients, parts), recipients));
  }

  /// What is left of the account's credit.
  String balance() {
    return money(CREDIT.subtract(price(sentParts.sum())));
  }

  private Recipient send(Order order, String from, String number, int parts) {
    if (!PhoneNumber.international(number)) {
      return Recipient.refused(number, Recipient.NO_NUMBER);
    }
    var phone = new PhoneNumber(number);
    var refusal = Refusal.of(phone);
    if (refusal.isPresent()) {
      return Recipient.refused(number, refusal.get());
    }
    var id = "ATXid_" + ids.get();
    if (Delivery.of(phone).arrives()) {
      messages.deliver(new Message(id, from, phone, order.text(), clock.instant(), "Success"));
    }
    sentParts.add(parts);
    return Recipient.accepted(money(price(parts)), id, number, order.queued());
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
