package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;

/// The gateway is stopped while people are on the line.
class StoppingIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  @Test
  void who_is_on_the_line_when_the_gateway_stops_is_answered_first() throws Exception {
    try (var stopping = TestGateway.on(TOWN.url(), InstantSource.system(), Map.of())) {
      var phone = stopping.phone("+254733000004");
      phone.dial();
      phone.say("2");
      phone.say("2", "1", "1", "5", "1", "Maji hayatoki", "1", "1", "1");

      var screen =
          TOWN.database()
              .transaction(lock -> {
                lock.run(new Sql("test", "lock table concern in access exclusive mode"));
                var last = soon(() -> phone.say("1"));
                until(StoppingIT::somebodyWaits);
                var _ = soon(stopping::stop);
                until(() -> refuses(stopping.port()));
                return last;
              })
              .get();

      assertThat(screen).containsPattern("[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{4}");
    }
  }

  private static <T> CompletableFuture<T> soon(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
  }

  private static void until(BooleanSupplier come) {
    var deadline = System.nanoTime() + Duration.ofSeconds(4).toNanos();
    while (!come.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("It did not come");
      }
      Thread.onSpinWait();
    }
  }

  private static boolean somebodyWaits() {
    var waiting =
        new Sql(
            "test",
            "select from pg_stat_activity where datname = current_database()"
                + " and wait_event_type = 'Lock'");
    return TOWN.database().first(waiting, _ -> true).isPresent();
  }

  private static boolean refuses(int port) {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return false;
    } catch (IOException _) {
      return true;
    }
  }
}
