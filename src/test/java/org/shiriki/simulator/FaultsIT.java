package org.shiriki.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shiriki.simulator.FakeGateway.Said;

final class FaultsIT {
  private final Workbench bench = Workbench.inKenya();

  @AfterEach
  void clear() {
    bench.close();
  }

  @Test
  void a_duplicating_network_posts_twice_and_shows_the_first_answer() {
    var held = Promise.<Said>promise();
    bench.suffer(true, false, 0);
    bench
        .gateway()
        .saysLater(_ ->
            bench.gateway().callbacksWaiting() == 1
                ? held.future()
                : Promise.<Said>promise().future());

    var dialling = bench.posting("dial", dial());
    held.complete(Said.of("END Asante"));

    assertThat(dialling.await().getString("screen")).isEqualTo("Asante");
    assertThat(bench.gateway().nextCallback().body())
        .isEqualTo(bench.gateway().nextCallback().body());
    assertThat(bench.gateway().nextEvent().body()).isEqualTo(bench.gateway().nextEvent().body());
  }

  @Test
  void a_dropping_network_loses_the_answer() {
    bench.suffer(false, true, 0);
    bench.gateway().says("CON Karibu");

    var screen = bench.dial("*384*50#");

    assertThat(screen.getBoolean("open")).isFalse();
    assertThat(screen.getString("screen")).isEmpty();
    assertThat(screen.getString("problem")).contains("lost the answer");
    assertThat(bench.gateway().nextEvent().field("status")).isEqualTo("Incomplete");
  }

  @Test
  void a_slow_network_takes_its_time() {
    bench.suffer(false, false, 200);
    var before = Instant.now();

    bench.dial("*384*50#");

    assertThat(Duration.between(before, Instant.now()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(200));
  }

  @Test
  void what_is_still_on_its_way_when_the_person_hangs_up_never_arrives() {
    bench.suffer(false, false, 300);
    var dialling = bench.posting("dial", dial());
    while (!bench.phone().getBoolean("open")) {
      Thread.onSpinWait();
    }

    bench.hangUp();

    assertThat(dialling.await().getBoolean("open")).isFalse();
    assertThat(bench.gateway().callbacksWaiting()).isZero();
  }

  private static JsonObject dial() {
    return new JsonObject().put("phone", Workbench.AMINA).put("code", "*384*50#");
  }
}
