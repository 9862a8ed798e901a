package org.shiriki.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shiriki.Watch;
import org.shiriki.simulator.FakeGateway.Said;

final class PostboxIT {
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final Workbench bench = Workbench.inKenya();

  @AfterEach
  void clear() {
    bench.close();
  }

  private JsonObject writes(String text) {
    return bench
        .posting("sms", new JsonObject().put("phone", Workbench.AMINA).put("text", text))
        .await();
  }

  @Test
  void an_sms_reaches_the_gateway_in_the_carriers_form() {
    bench.gateway().says("");

    var sent = writes("RIPOTI Kaloleni: maji * hayatoki 50%");

    var posted = bench.gateway().nextCallback();
    assertThat(posted.path()).isEqualTo("/at/local/sms");
    assertThat(posted.headers().get("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    assertThat(posted.body())
        .matches(
            "linkId="
                + UUID
                + "&text=RIPOTI\\+Kaloleni%3A\\+maji\\+%2A\\+hayatoki\\+50%25&to=28901&id="
                + UUID
                + "&cost=KES\\+0\\.0000"
                + "&date=\\d{4}-\\d\\d-\\d\\d\\+\\d\\d%3A\\d\\d%3A\\d\\d"
                + "&from=%2B254700000001&networkCode=63902");
    assertThat(sent.getString("id")).isEqualTo(posted.field("id"));
    assertThat(sent.getBoolean("taken")).isTrue();
  }

  @Test
  void what_the_gateway_does_not_take_is_handed_over_again_until_it_does() {
    var tries = new AtomicInteger();
    bench
        .gateway()
        .saysLater(_ ->
            Future.succeededFuture(
                new Said(tries.incrementAndGet() < 3 ? 500 : 200, "", Map.of())));

    var sent = writes("MSAADA");

    assertThat(sent.getBoolean("taken")).isFalse();
    var first = bench.gateway().nextCallback().body();
    assertThat(bench.gateway().nextCallback().body()).isEqualTo(first);
    assertThat(bench.gateway().nextCallback().body()).isEqualTo(first);
    Watch.until(tries::get, seen -> seen == 3);
  }

  @Test
  void a_duplicating_network_hands_it_over_twice() {
    bench.gateway().says("");
    bench.suffer(true, false, 0);

    writes("MSAADA");

    assertThat(bench.gateway().nextCallback().body())
        .isEqualTo(bench.gateway().nextCallback().body());
  }

  @Test
  void a_network_that_loses_the_answer_hands_it_over_again() {
    bench.gateway().says("");
    bench.suffer(false, true, 0);

    var sent = writes("MSAADA");

    assertThat(sent.getBoolean("taken")).isFalse();
    assertThat(bench.gateway().nextCallback().body())
        .isEqualTo(bench.gateway().nextCallback().body());
  }

  @Test
  void two_letters_are_two() {
    bench.gateway().says("");

    writes("MSAADA");
    writes("MSAADA");

    assertThat(bench.gateway().nextCallback().field("id"))
        .isNotEqualTo(bench.gateway().nextCallback().field("id"));
  }
}
