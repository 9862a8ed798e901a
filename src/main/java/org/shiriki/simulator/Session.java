package org.shiriki.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One USSD session as the carrier keeps it: all that was keyed, and all that was answered.
record Session(
    String id,
    PhoneNumber phone,
    ServiceCode code,
    Instant begun,
    List<String> inputs,
    List<Reply> replies) {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  /// How a session ended, in the carrier's words.
  enum Ending {
    SUCCESS("Success"),
    INCOMPLETE("Incomplete"),
    FAILED("Failed");

    private final String word;

    Ending(String word) {
      this.word = word;
    }
  }

  Session {
    inputs = List.copyOf(inputs);
    replies = List.copyOf(replies);
  }

  Session says(String input) {
    return new Session(id, phone, code, begun, and(inputs, input), replies);
  }

  Session hears(Reply reply) {
    return new Session(id, phone, code, begun, inputs, and(replies, reply));
  }

  /// All inputs joined by `*`; a `*` that was typed is not told apart, as on the real wire.
  String text() {
    return String.join("*", inputs);
  }

  /// What the gateway asked to be given back with the next callback.
  String metadata() {
    return last().map(Reply::metadata).orElse("");
  }

  /// The five fields that the gateway is asked with.
  Form callback() {
    return Form.empty()
        .with("phoneNumber", phone.international())
        .with("serviceCode", code.written())
        .with("text", text())
        .with("sessionId", id)
        .with("networkCode", phone.networkCode());
  }

  /// The thirteen fields that the gateway is told the end with; those without a value are there.
  Form event(Ending ending, Instant at) {
    return Form.empty()
        .with("durationInMillis", Long.toString(Duration.between(begun, at).toMillis()))
        .with("phoneNumber", phone.international())
        .with("errorMessage", error())
        .with("serviceCode", code.written())
        .with("lastAppResponse", last().map(Reply::body).orElse(""))
        .with("hopsMetadata", steps())
        .with("hopsCount", Integer.toString(replies.size()))
        .with("status", ending.word)
        .with("sessionId", id)
        .with("cost", "0.00")
        .with("date", DATE.format(at.atOffset(ZoneOffset.UTC)))
        .with("networkCode", phone.networkCode())
        .with("input", text());
  }

  private Optional<Reply> last() {
    return replies.isEmpty() ? Optional.empty() : Optional.of(replies.getLast());
  }

  private String error() {
    return last().orElse(null) instanceof Reply.Unusable unusable ? unusable.error() : "";
  }

  private String steps() {
    return replies.stream()
        .map(Reply::metadata)
        .filter(step -> !step.isEmpty())
        .collect(Collectors.joining("|"));
  }

  private static <T> List<T> and(List<T> before, T next) {
    var all = new ArrayList<>(before);
    all.add(next);
    return all;
  }
}
