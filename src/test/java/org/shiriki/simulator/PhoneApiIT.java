package org.shiriki.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PhoneApiIT {
  private final Workbench bench = Workbench.inKenya();

  @AfterEach
  void clear() {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          dial   | {"phone":"+254700000001"}                     | The field 'code' is missing
          dial   | {"code":"*384*50#"}                           | The field 'phone' is missing
          dial   | {"phone":null,"code":"*384*50#"}              | The field 'phone' is missing
          dial   | {"phone":"amina","code":"*384*50#"}           | 'amina' is not a phone number
          dial   | {"phone":"0700000001","code":"1","colour":1}  | There is no field 'colour'
          dial   | {"phone":                                     | not a JSON object
          dial   | []                                            | not a JSON object
          dial   | ``                                            | not a JSON object
          dial   | null                                          | not a JSON object
          answer | {"phone":"+254700000001"}                     | The field 'text' is missing
          hangup | {}                                            | The field 'phone' is missing
          sms    | {"phone":"+254700000001"}                     | The field 'text' is missing
          sms    | {"phone":"+254700000001","text":" "}          | text must have between 1 and 1000
          sms    | {"phone":"amina","text":"RIPOTI"}             | 'amina' is not a phone number
          """)
  void a_wrong_body_is_refused_in_words(String path, String body, String detail) {
    var response = bench.raw(path, "application/json", body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.getHeader("Content-Type")).isEqualTo("application/problem+json");
    assertThat(Workbench.object(response).getString("detail")).contains(detail);
  }

  @Test
  void a_form_is_not_taken() {
    var response = bench.raw("dial", "application/x-www-form-urlencoded", "phone=1&code=2");

    assertThat(response.statusCode()).isEqualTo(415);
  }

  @Test
  void a_huge_body_is_not_taken() {
    var response = bench.raw("dial", "application/json", "[" + " ".repeat(10_000) + "]");

    assertThat(response.statusCode()).isEqualTo(413);
  }

  @Test
  void reading_where_one_must_write_is_not_allowed() {
    assertThat(status("dial")).isEqualTo(405);
  }

  @Test
  void a_phone_must_be_named() {
    assertThat(status("phone")).isEqualTo(400);
    assertThat(status("messages?phone=amina")).isEqualTo(400);
  }

  @Test
  void a_number_with_a_bare_plus_is_understood() {
    var response = bench.get("/simulator/api/phone?phone=+254700000001");

    assertThat(Workbench.object(response).getString("phone")).isEqualTo("+254700000001");
  }

  @Test
  void faults_are_remembered_per_phone() {
    bench.suffer(true, false, 300);

    assertThat(faults("254700000001"))
        .isEqualTo("{\"duplicate\":true,\"drop\":false,\"delayMillis\":300}");
    assertThat(faults("254733000002"))
        .isEqualTo("{\"duplicate\":false,\"drop\":false,\"delayMillis\":0}");
  }

  @Test
  void a_delay_beyond_reason_is_refused() {
    var response =
        bench
            .client()
            .putAbs(bench.address() + "/simulator/api/faults")
            .putHeader("Content-Type", "application/json")
            .sendBuffer(Buffer.buffer("{\"phone\":\"0700000001\",\"delayMillis\":-1}"))
            .await();

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Workbench.object(response).getString("detail")).contains("between 0 and 60000");
  }

  @Test
  void the_network_tells_its_codes() {
    var response = bench.get("/simulator/api/network");

    assertThat(response.bodyAsString())
        .isEqualTo("{\"code\":\"*384*50#\",\"shortCode\":\"28901\"}");
  }

  private String faults(String phone) {
    return Workbench.object(bench.get("/simulator/api/faults?phone=" + phone)).encode();
  }

  private int status(String path) {
    return bench.get("/simulator/api/" + path).statusCode();
  }
}
