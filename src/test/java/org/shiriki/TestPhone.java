package org.shiriki;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/// A phone as the carrier presents it: each answer is added to the text, and the whole text is
/// sent.
public final class TestPhone {
  private static final String CODE = "*384*50#";

  private final UnaryOperator<String> callback;
  private final String number;
  private String network = "63902";
  private String session = "";
  private String text = "";

  /// A phone.
  ///
  /// @param callback posts a form to the gateway and gives its answer
  TestPhone(UnaryOperator<String> callback, String number) {
    this.callback = callback;
    this.number = number;
  }

  /// Dials, and gives what the phone shows, prefix included.
  public String dial() {
    session = newSession();
    text = "";
    return hop(text);
  }

  /// Dials with keys behind the code, the way that AT hands them over in the first text.
  public String dial(String keys) {
    session = newSession();
    text = keys;
    return hop(text);
  }

  /// Answers.
  public String say(String answer) {
    text = text.isEmpty() ? answer : text + '*' + answer;
    return hop(text);
  }

  /// Answers one after another, and gives the last screen.
  public String say(String first, String... others) {
    var screen = say(first);
    for (var answer : others) {
      screen = say(answer);
    }
    return screen;
  }

  /// The same phone on the network that waits longest for an answer.
  TestPhone onAirtel() {
    network = "63903";
    return this;
  }

  /// The same session as another node of the gateway meets it.
  TestPhone at(TestGateway other) {
    var moved = new TestPhone(other::hop, number);
    moved.session = session;
    moved.text = text;
    return moved;
  }

  /// A hop with a text of the caller's choice.
  public String hop(String whole) {
    return callback.apply(body(number, CODE, whole, session).replace("63902", network));
  }

  public String number() {
    return number;
  }

  public String session() {
    return session;
  }

  public String text() {
    return text;
  }

  static String body(String number, String code, String text, String session) {
    return "phoneNumber=%s&serviceCode=%s&text=%s&sessionId=%s&networkCode=63902"
        .formatted(encoded(number), encoded(code), encoded(text), session);
  }

  static String newSession() {
    var bytes = new byte[16];
    RandomGenerator.getDefault().nextBytes(bytes);
    return "ATUid_" + HexFormat.of().formatHex(bytes);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8).replace("*", "%2A");
  }
}
