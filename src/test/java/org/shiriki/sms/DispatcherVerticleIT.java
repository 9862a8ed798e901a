package org.shiriki.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.Watch;
import org.shiriki.pg.Notices;
import org.shiriki.pg.TestDatabase;
import org.shiriki.sms.Message.Lane;
import org.shiriki.sms.Post.Remembering;

/// The node's sender at work.
class DispatcherVerticleIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private final Vertx vertx = Vertx.vertx();
  private final Remembering carrier = new Remembering();
  private Post post = new Post(TOWN.vertx(), TOWN.database());

  @BeforeEach
  void empty() {
    post = new Post(TOWN.vertx(), TOWN.database());
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private String start(SmsLimits limits) {
    var meters = new SimpleMeterRegistry();
    var reports = new PgReports(vertx, TOWN.database(), post.vault, post.clock, meters);
    var dispatcher =
        new DispatcherVerticle(
            vertx, post.dispatches, reports, carrier, limits, post.clock, meters);
    var id =
        vertx
            .deployVerticle(
                dispatcher,
                new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
            .await();
    Notices.listen(vertx, TOWN.url()).on("outbox", dispatcher::wake);
    return id;
  }

  private static SmsLimits limits(int segments) {
    return new SmsLimits(segments, 50, 30, Duration.ofDays(365));
  }

  @Test
  void a_reply_leaves_at_once_while_a_broadcast_fills_the_line() {
    post.audience(400, Lane.BROADCAST);
    var hold = new CountDownLatch(1);
    carrier.says(parcel -> {
      if (parcel.text().equals("Mkutano kesho")) {
        await(hold);
      }
      return Remembering.takes(parcel);
    });
    start(limits(100));
    Watch.until(() -> carrier.parcels.size(), sent -> sent > 0);
    var asked = System.nanoTime();

    post.put(999, Lane.REPLY, "Jibu");

    Watch.until(() -> carrier.asked.contains(Post.phone(999)), Boolean.TRUE::equals);
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(1));
    hold.countDown();
  }

  @Test
  void a_sender_that_is_stopped_settles_what_is_on_its_way() {
    var hold = new CountDownLatch(1);
    carrier.says(parcel -> {
      await(hold);
      return Remembering.takes(parcel);
    });
    post.put(1, Lane.REPLY, "Jibu");
    var deployed = start(limits(100));
    Watch.until(() -> carrier.parcels.size(), sent -> sent == 1);

    var stopping = vertx.undeploy(deployed);
    post.put(2, Lane.REPLY, "Jibu lingine");
    hold.countDown();
    stopping.await();

    assertThat(post.states()).containsOnly(Map.entry("ACCEPTED", 1L), Map.entry("QUEUED", 1L));
  }

  @Test
  void a_broadcast_is_sent_to_the_last_person() {
    post.audience(300, Lane.BROADCAST);

    start(limits(100_000));

    assertThat(Watch.until(post::states, states -> states.getOrDefault("ACCEPTED", 0L) == 300L))
        .containsOnly(Map.entry("ACCEPTED", 300L));
    assertThat(carrier.asked).hasSize(300).doesNotHaveDuplicates();
  }

  private static void await(CountDownLatch hold) {
    try {
      hold.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
