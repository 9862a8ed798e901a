package org.shiriki.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The requests are those of AT's package `africastalking` for Node, of July 2026, byte for byte
/// but for the host.
final class FetchingApiIT {
  private final Workbench bench = Workbench.inKenya();

  @AfterEach
  void clear() {
    bench.close();
  }

  private void writes(String text) {
    bench.gateway().says("");
    bench.posting("sms", new JsonObject().put("phone", Workbench.AMINA).put("text", text)).await();
  }

  private HttpResponse<Buffer> fetch(String query) {
    return bench
        .client()
        .getAbs(bench.address() + "/simulator/version1/messaging?" + query)
        .putHeader("apikey", "any")
        .putHeader("Accept", "application/json")
        .putHeader("User-Agent", "axios/1.18.1")
        .send()
        .await();
  }

  private JsonArray fetched(String lastReceivedId) {
    var answer =
        fetch(
            "username=sandbox&lastReceivedId=%s&keyword=undefined&shortCode=undefined"
                .formatted(lastReceivedId));
    assertThat(answer.statusCode()).isEqualTo(200);
    return Workbench.object(answer).getJsonObject("SMSMessageData").getJsonArray("Messages");
  }

  @Test
  void what_was_written_is_fetched_in_the_carriers_form() {
    writes("Habari 50%");

    var answer = fetch("username=sandbox&lastReceivedId=0&keyword=undefined&shortCode=undefined");

    assertThat(answer.getHeader("Content-Type")).isEqualTo("application/json");
    assertThat(answer.bodyAsString())
        .matches(
            "\\{\"SMSMessageData\":\\{\"Messages\":\\[\\{\"linkId\":\"[0-9a-f-]{36}\",\"text\":"
                + "\"Habari 50%\",\"to\":\"28901\",\"id\":1,\"date\":\"[0-9T:.-]+Z\","
                + "\"from\":\"\\+254700000001\"}]}}");
  }

  @Test
  void the_last_id_is_a_cursor() {
    writes("Moja");
    writes("Mbili");

    assertThat(fetched("1")).hasSize(1).first().asString().contains("Mbili");
    assertThat(fetched("2")).isEmpty();
  }

  @Test
  void nothing_written_is_an_empty_list_and_nonsense_is_refused() {
    assertThat(fetched("0")).isEmpty();

    assertThat(fetch("lastReceivedId=0").statusCode()).isEqualTo(404);
    assertThat(fetch("username=sandbox&lastReceivedId=first").statusCode()).isEqualTo(400);
  }

  @Test
  void a_message_is_sent_the_way_the_package_sends_it() {
    var answer =
        bench
            .client()
            .postAbs(bench.address() + "/simulator/version1/messaging")
            .putHeader("apikey", "any")
            .putHeader("Accept", "application/json")
            .putHeader("Content-Type", "application/x-www-form-urlencoded;charset=utf-8")
            .sendBuffer(
                Buffer.buffer(
                    "username=sandbox&to=%2B254700000001%2C%2B254700000002&message=Habari+yako%21"
                        + "&from=SHIRIKI&bulkSMSMode=1&enqueue=1"))
            .await();

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.bodyAsString()).contains("Sent to 2/2");
  }
}
