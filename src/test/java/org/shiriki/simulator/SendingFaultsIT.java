package org.shiriki.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The carrier's sending API when all is well, and with each fault switched on.
final class SendingFaultsIT {
  private final Workbench bench = Workbench.inKenya();

  @AfterEach
  void clear() {
    bench.close();
  }

  private HttpResponse<Buffer> post(String path, String type, String body) {
    return bench
        .client()
        .postAbs(bench.address() + "/simulator/version1/messaging" + path)
        .putHeader("apiKey", "any")
        .putHeader("Content-Type", type)
        .sendBuffer(Buffer.buffer(body))
        .await();
  }

  private HttpResponse<Buffer> send(String number) {
    return post(
        "",
        "application/x-www-form-urlencoded",
        "username=sandbox&message=Habari&to=" + number.replace("+", "%2B"));
  }

  private static JsonObject recipient(HttpResponse<Buffer> response, int place) {
    return data(response).getJsonArray("Recipients").getJsonObject(place);
  }

  private static JsonObject data(HttpResponse<Buffer> response) {
    return Workbench.object(response).getJsonObject("SMSMessageData");
  }

  private HttpResponse<Buffer> suffer(JsonObject changes) {
    var switches =
        new JsonObject(
            """
            {"delayMillis":0,"status":0,"html":false,"dropAfterAccept":false,"dollars":false,
             "reportMillis":60,"duplicateReports":false,"reorderedReports":false}
            """);
    return bench
        .client()
        .putAbs(bench.address() + "/simulator/api/faults/sending")
        .sendJsonObject(switches.mergeIn(changes))
        .await();
  }

  private List<String> reported(int reports) {
    return IntStream.range(0, reports)
        .mapToObj(_ -> bench.gateway().report().field("status"))
        .toList();
  }

  private int inbox(String number) {
    JsonArray messages =
        Objects.requireNonNull(
            bench
                .get("/simulator/api/messages?phone=" + number.replace("+", "%2B"))
                .bodyAsJsonArray());
    return messages.size();
  }

  @Test
  void the_bulk_endpoint_takes_json() {
    var response =
        post(
            "/bulk",
            "application/json",
            """
            {"username":"shiriki","phoneNumbers":["+254700000001","+254700000002"],
             "message":"Habari","senderId":"KECOSCE","enqueue":true}
            """);

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(data(response).getString("Message"))
        .isEqualTo("Sent to 2/2 Total Cost: KES 1.6000 Message parts: 1");
    assertThat(inbox("+254700000002")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"username\":\"x\",\"phoneNumbers\":[],\"message\":\"m\"}; Request is missing required form field 'senderId'",
        "{\"username\":7,\"phoneNumbers\":7,\"message\":7,\"senderId\":7}; The request content was malformed",
        "nonsense; The request content was malformed"
      })
  void a_bulk_request_that_cannot_be_read_is_refused(String body, String words) {
    var response = post("/bulk", "application/json", body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.bodyAsString()).isEqualTo(words);
  }

  @Test
  void a_sender_that_is_none_is_refused_as_recorded() {
    var response =
        post(
            "",
            "application/x-www-form-urlencoded",
            "username=x&message=Habari&to=%2B254700000001&from=A+name+far+too+long");

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.bodyAsString()).isEqualTo(Sample.body("api-03-invalid-sender-201"));
  }

  @ParameterizedTest
  @CsvSource({
    "+254799000405, 405, InsufficientBalance",
    "+254799000406, 406, UserInBlacklist",
    "+254799000409, 409, DoNotDisturbRejection",
    "+254799000500, 500, InternalServerError",
    "+254799000502, 502, RejectedByGateway"
  })
  void a_magic_number_has_the_outcome_that_it_ends_in(String number, int code, String word) {
    var recipient = recipient(send(number), 0);

    assertThat(recipient.getInteger("statusCode")).isEqualTo(code);
    assertThat(recipient.getString("status")).isEqualTo(word);
    assertThat(recipient.getString("messageId")).isEqualTo("None");
    assertThat(inbox(number)).isZero();
  }

  @Test
  void a_delivery_is_reported_step_by_step_with_the_fields_in_the_captured_order() {
    var id = recipient(send("+254700000001"), 0).getString("messageId");

    var first = bench.gateway().report();

    assertThat(first.path()).isEqualTo("/at/local/sms/reports");
    assertThat(first.body())
        .isEqualTo(
            "phoneNumber=%2B254700000001&retryCount=0&id=" + id + "&status=Sent&networkCode=63902");
    assertThat(reported(2)).containsExactly("Submitted", "Success");
  }

  @ParameterizedTest
  @CsvSource({
    "+254799001001, AbsentSubscriber", "+254799001002, Failed",
    "+254799001003, Rejected", "+254799001006, Levitating"
  })
  void a_magic_number_fares_badly_after_it_was_accepted(String number, String last) {
    suffer(new JsonObject());

    assertThat(recipient(send(number), 0).getInteger("statusCode")).isEqualTo(102);

    assertThat(reported(3)).containsExactly("Sent", "Submitted", last);
    assertThat(inbox(number)).isZero();
  }

  @Test
  void reports_come_twice_and_in_the_wrong_order_when_switched_so() {
    suffer(new JsonObject().put("duplicateReports", true).put("reorderedReports", true));

    send("+254700000001");

    assertThat(reported(6))
        .containsExactly("Success", "Success", "Submitted", "Submitted", "Sent", "Sent");
  }

  @Test
  void it_takes_the_message_and_hangs_up_when_switched_so() {
    suffer(new JsonObject().put("dropAfterAccept", true));

    assertThatThrownBy(() -> send("+254700000001")).hasMessageContaining("closed");

    assertThat(inbox("+254700000001")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "429, false, text/plain",
    "503, false, text/plain",
    "502, true, text/html",
    "0, true, text/html"
  })
  void it_takes_nothing_and_says_something_else_when_switched_so(
      int status, boolean html, String type) {
    suffer(new JsonObject().put("status", status).put("html", html));

    var response = send("+254700000001");

    assertThat(response.statusCode()).isEqualTo(status == 0 ? 200 : status);
    assertThat(response.getHeader("Content-Type")).startsWith(type);
    assertThat(inbox("+254700000001")).isZero();
  }

  @Test
  void it_is_slow_and_pays_in_dollars_when_switched_so() {
    suffer(new JsonObject().put("delayMillis", 300).put("dollars", true));
    var started = System.nanoTime();

    var response = send("+254700000001");

    assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(290));
    assertThat(data(response).getString("Message"))
        .isEqualTo("Sent to 1/1 Total Cost: USD 0.0079 Message parts: 1");
    assertThat(recipient(response, 0).getString("cost")).isEqualTo("KES 0.8000");
  }

  @Test
  void a_switch_that_is_none_is_named() {
    var response = suffer(new JsonObject().put("status", 42));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.bodyAsString()).contains("status must be 0");
  }
}
