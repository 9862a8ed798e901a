package org.shiriki.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.shiriki.Ear;
import org.shiriki.web.Outside;
import org.shiriki.webhook.Receiver.Answer;
import org.shiriki.webhook.Receiver.Outcome;

class WebhookClientIT {
  private static final Vertx VERTX = Vertx.vertx();

  private final Ear ear = new Ear(VERTX);

  @AfterAll
  static void close() {
    VERTX.close().await();
  }

  private static Answer send(String url, boolean everywhere) {
    try (var client = new WebhookClient(VERTX, new Outside(everywhere))) {
      return client.send(url, Map.of("Shiriki-Event", "1"), "{}");
    }
  }

  @Test
  void with_the_real_carrier_nobody_reaches_our_own_network_under_any_name() {
    for (var host : new String[] {"127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1"}) {
      var answer = send(ear.url().replace("127.0.0.1", host), false);

      assertThat(answer.outcome()).as(host).isIn(Outcome.FORBIDDEN, Outcome.UNREACHABLE);
    }
    assertThat(ear.heard()).isEmpty();
  }

  @Test
  void who_hangs_is_left_after_some_seconds() {
    ear.fallSilent();
    var begun = System.nanoTime();

    var answer = send(ear.url(), true);

    assertThat(answer).isEqualTo(new Answer(Outcome.UNANSWERED, 0));
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(14));
  }

  @Test
  void a_redirect_is_not_followed() {
    ear.answers(307);

    assertThat(send(ear.url(), true)).isEqualTo(new Answer(Outcome.REDIRECTED, 307));
    assertThat(ear.heard()).hasSize(1);
  }

  @Test
  void where_nobody_is_nothing_is_told() {
    var url = ear.url();
    ear.close();

    assertThat(send(url, true)).isEqualTo(new Answer(Outcome.UNREACHABLE, 0));
    assertThat(send("http://nobody.invalid/", true).outcome()).isEqualTo(Outcome.UNREACHABLE);
  }

  @Test
  void an_answer_without_an_end_is_cut_off() {
    var endless =
        VERTX
            .createHttpServer()
            .requestHandler(request -> request.response().setChunked(true).write("more"))
            .listen(0, "127.0.0.1")
            .await();

    var answer = send("http://127.0.0.1:" + endless.actualPort() + "/", true);

    assertThat(answer).isEqualTo(new Answer(Outcome.TAKEN, 200));
    endless.close().await();
  }
}
