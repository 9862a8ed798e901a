package org.shiriki.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SendingApiIT {
  private final Workbench bench = Workbench.inKenya();

  @AfterEach
  void clear() {
    bench.close();
  }

  @Test
  void a_sent_message_reaches_the_inbox() {
    var response = send("username=sandbox&to=%2B254700000001&message=Habari+Amina&from=SHIRIKI");

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.getHeader("Content-Type")).isEqualTo("application/json");
    assertThat(response.bodyAsString())
        .matches(
            "\\{\"SMSMessageData\":\\{\"Message\":\"Sent to 1/1 Total Cost: KES 0.8000 "
                + "Message parts: 1\",\"Recipients\":\\[\\{\"cost\":\"KES 0.8000\","
                + "\"messageId\":\"ATXid_[0-9a-f]{32}\",\"number\":\"\\+254700000001\","
                + "\"status\":\"Success\",\"statusCode\":102}]}}");
    var message = messages().getJsonObject(0);
    assertThat(message.fieldNames()).containsExactly("id", "from", "to", "text", "at", "status");
    assertThat(message.getString("from")).isEqualTo("SHIRIKI");
    assertThat(message.getString("to")).isEqualTo("+254700000001");
    assertThat(message.getString("text")).isEqualTo("Habari Amina");
    assertThat(message.getString("status")).isEqualTo("Success");
    assertThat(message.getInstant("at")).isNotNull();
  }

  @Test
  void the_newest_message_comes_last() {
    send("username=sandbox&to=%2B254700000001&message=Kwanza");
    send("username=sandbox&to=%2B254700000001&message=Pili");

    assertThat(messages().stream().map(SendingApiIT::text)).containsExactly("Kwanza", "Pili");
  }

  @Test
  void a_thousand_numbers_fit_one_request() {
    var numbers =
        IntStream.range(0, 1_000)
            .mapToObj("%%2B25470%07d"::formatted)
            .collect(Collectors.joining("%2C"));

    var response = send("username=sandbox&message=Habari&to=" + numbers);

    assertThat(response.bodyAsString()).contains("Sent to 1000/1000 Total Cost: KES 800.0000");
  }

  @Test
  void a_request_without_a_key_is_refused_as_recorded() {
    var response =
        bench
            .client()
            .postAbs(bench.address() + "/simulator/version1/messaging")
            .sendBuffer(Buffer.buffer("username=sandbox"))
            .await();

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.getHeader("Content-Type")).isEqualTo("text/plain; charset=UTF-8");
    assertThat(response.getHeader("WWW-Authenticate"))
        .isEqualTo("Basic realm=\"api\",charset=UTF-8");
    assertThat(response.bodyAsString()).isEqualTo(Sample.body("api-04-bad-key-401"));
  }

  @ParameterizedTest
  @CsvSource({
    "to, username=sandbox&message=Habari",
    "message, username=sandbox&to=%2B254700000001",
    "username, to=%2B254700000001&message=Habari"
  })
  void a_missing_field_is_named_as_recorded(String field, String body) {
    var response = send(body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.getHeader("Content-Type")).isEqualTo("text/plain; charset=UTF-8");
    assertThat(response.bodyAsString())
        .isEqualTo(Sample.body("api-10-missing-field-400").replace("'to'", "'" + field + "'"));
  }

  @Test
  void the_balance_is_told_as_recorded() {
    var response = bench.get("/simulator/version1/user?username=sandbox");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.bodyAsString())
        .isEqualTo(
            Sample.body("api-08-balance-200").replace("USD 999999589.6168", "KES 1000000.0000"));
  }

  private HttpResponse<Buffer> send(String form) {
    return bench
        .client()
        .postAbs(bench.address() + "/simulator/version1/messaging")
        .putHeader("apiKey", "any")
        .putHeader("Content-Type", "application/x-www-form-urlencoded")
        .sendBuffer(Buffer.buffer(form))
        .await();
  }

  private JsonArray messages() {
    return Objects.requireNonNull(
        bench.get("/simulator/api/messages?phone=%2B254700000001").bodyAsJsonArray());
  }

  private static String text(Object message) {
    return ((JsonObject) message).getString("text");
  }
}
