package org.shiriki.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.client.WebClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whether the server knows that it is stuck.
class WebServerIT {
  private final Vertx vertx = Vertx.vertx();
  private final WebServer server = new WebServer(vertx);
  private final CountDownLatch stuck = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void close() {
    release.countDown();
    vertx.close().await();
  }

  private static boolean alive(WebServer server) {
    try {
      server.alive().await();
      return true;
    } catch (Exception _) {
      return false;
    }
  }

  private Router stalling() {
    var router = Router.router(vertx);
    router
        .get("/stall")
        .handler(call -> {
          try {
            stuck.countDown();
            release.await();
            call.end();
          } catch (InterruptedException interrupted) {
            call.fail(interrupted);
          }
        });
    return router;
  }

  @Test
  void a_server_that_has_not_begun_is_not_alive() {
    assertThat(alive(server)).isFalse();
  }

  @Test
  void a_server_whose_verticle_stalls_is_alive_again_when_it_goes_on() throws Exception {
    server.listen("127.0.0.1", 0, this::stalling);
    var before = alive(server);
    var stalled = WebClient.create(vertx).get(server.port(), "127.0.0.1", "/stall").send();
    assertThat(stuck.await(20, TimeUnit.SECONDS)).isTrue();
    var during = alive(server);
    release.countDown();
    stalled.await();

    assertThat(List.of(before, during, alive(server))).containsExactly(true, false, true);
  }

  @Test
  void a_server_that_has_closed_is_not_alive() {
    server.listen("127.0.0.1", 0, this::stalling);

    server.close(Duration.ofSeconds(1));

    assertThat(alive(server)).isFalse();
  }
}
