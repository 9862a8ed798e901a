package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiriki.pg.TestDatabase;

/// Africa's Talking's wire, as the vendor's captured requests and its documents have it.
class UssdCallbacksIT {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String SESSION = "&sessionId=ATUid_0000000000000000000000000000";

  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();
  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = TestGateway.on(TOWN.url());
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  static Stream<Path> captured() throws IOException {
    return samples("ussd-");
  }

  @ParameterizedTest
  @MethodSource("captured")
  void every_captured_hop_is_answered_with_a_screen(Path sample) throws IOException {
    var answer = gateway.post("/at/local/ussd", FORM, lastLine(sample));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.getHeader("Content-Type")).startsWith("text/plain");
    assertThat(answer.bodyAsString()).startsWith("CON ");
  }

  static Stream<Path> events() throws IOException {
    return samples("event-");
  }

  @ParameterizedTest
  @MethodSource("events")
  void every_event_is_taken_with_OK(Path sample) throws IOException {
    var answer = gateway.post("/at/local/ussd/events", FORM, lastLine(sample));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.bodyAsString()).isEqualTo("OK");
  }

  static Stream<Arguments> disliked() {
    var phone = "phoneNumber=%2B254700000001";
    var code = "&serviceCode=%2A384%2A50%23";
    return Stream.of(
        Arguments.of("no body", ""),
        Arguments.of("no phone", "serviceCode=%2A384%2A50%23&text=" + SESSION + "01"),
        Arguments.of("no text", phone + code + SESSION + "02"),
        Arguments.of("no session", phone + code + "&text="),
        Arguments.of("an empty session", phone + code + "&text=&sessionId="),
        Arguments.of("a session of no letters", phone + code + "&text=" + SESSION + "%00"),
        Arguments.of(
            "a phone that is a name", "phoneNumber=MTN" + code + "&text=" + SESSION + "03"),
        Arguments.of("two phones", phone + "&" + phone + code + "&text=" + SESSION + "04"),
        Arguments.of("two texts", phone + code + "&text=1&text=2" + SESSION + "05"),
        Arguments.of("a broken percent sign", phone + code + "&text=%ZZ" + SESSION + "06"),
        Arguments.of("no form at all", "{\"phoneNumber\":\"+254700000001\"}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("disliked")
  void content_that_cannot_be_read_ends_the_session_decently(String label, String body) {
    var answer = gateway.post("/at/local/ussd", FORM, body);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.bodyAsString()).startsWith("END Samahani").contains("Sorry");
  }

  static Stream<Arguments> accepted() {
    var known = "phoneNumber=%2B254700000001&serviceCode=%2A384%2A50%23&text=";
    return Stream.of(
        Arguments.of("an unknown network", known + SESSION + "11&networkCode=12345"),
        Arguments.of("no network", known + SESSION + "12"),
        Arguments.of("a field that nobody documented", known + SESSION + "13&retryCount=2&new=x"),
        Arguments.of("a bare semicolon", known + "1;text=2" + SESSION + "15"),
        Arguments.of("another order", "text=" + SESSION + "14&" + known.replace("&text=", "")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("accepted")
  void what_does_not_matter_is_no_error(String label, String body) {
    var answer = gateway.post("/at/local/ussd", FORM, body);

    assertThat(answer.bodyAsString()).startsWith("CON ");
  }

  @Test
  void a_charset_on_the_form_is_accepted() {
    var body = TestPhone.body("+254700000002", "*384*50#", "", TestPhone.newSession());

    var answer = gateway.post("/at/local/ussd", FORM + "; charset=UTF-8", body);

    assertThat(answer.bodyAsString()).startsWith("CON ");
  }

  @Test
  void a_wrong_callback_key_is_a_path_that_does_not_exist() {
    var body = TestPhone.body("+254700000002", "*384*50#", "", TestPhone.newSession());

    var wrongKey = gateway.post("/at/guess/ussd", FORM, body);
    var nowhere = gateway.post("/nowhere", FORM, body);

    assertThat(wrongKey.statusCode()).isEqualTo(404);
    assertThat(wrongKey.bodyAsString()).isEqualTo(nowhere.bodyAsString());
  }

  @Test
  void a_wrong_key_hides_the_wrong_method_too() {
    assertThat(gateway.get("/at/guess/ussd").statusCode()).isEqualTo(404);
  }

  @Test
  void a_wrong_method_a_wrong_type_and_a_large_body_are_refused() {
    var large = "text=" + "x".repeat(9_000);

    var codes =
        List.of(
            gateway.get("/at/local/ussd").statusCode(),
            gateway.post("/at/local/ussd", "application/json", "{}").statusCode(),
            gateway.post("/at/local/ussd", FORM, large).statusCode());

    assertThat(codes).containsExactly(405, 415, 413);
  }

  @Test
  void both_live_keys_are_admitted_while_one_is_replaced() {
    var body = TestPhone.body("+254700000003", "*384*50#", "", TestPhone.newSession());
    try (var rotating =
        TestGateway.on(
            TOWN.url(),
            InstantSource.system(),
            Map.of("SHIRIKI_CALLBACK_KEYS", "old-secret, new-secret"))) {

      var codes =
          Stream.of("old-secret", "new-secret", "local")
              .map(key -> rotating.post("/at/" + key + "/ussd", FORM, body).statusCode())
              .toList();

      assertThat(codes).containsExactly(200, 200, 404);
    }
  }

  private static Stream<Path> samples(String kind) throws IOException {
    try (var all = Files.list(Path.of("src/test/resources/africastalking"))) {
      return all.filter(file -> file.getFileName().toString().startsWith(kind)).toList().stream();
    }
  }

  private static String lastLine(Path sample) throws IOException {
    return Files.readAllLines(sample).stream().filter(line -> !line.isBlank()).toList().getLast();
  }
}
