package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.privacy.Keys;

/// The carrier tells of many messages at once, to a gateway in a process of its own, of 256 MB. It
/// prints what it measured; `-Dshiriki.reports=100000` for the full measure.
class ReportLoadIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final int REPORTS = Integer.getInteger("shiriki.reports", 10_000);

  /// The carrier keeps so many connections busy.
  private static final int AT_ONCE = 200;

  private static final Sql ACCEPTED =
      new Sql(
          "test.accepted",
          """
          insert into outbox (citizen_key, once, phone, lane, text, state, message_id)
          select 'person ' || n, 'once', '', 'REPLY', 'Habari', 'ACCEPTED', 'ATXid_' || n
          from generate_series(1, $1) as n
          """);
  private static final Sql DELIVERED =
      new Sql("test.delivered", "select count(*)::int as n from outbox where state = 'DELIVERED'");

  private static String url() {
    var url = TOWN.url();
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(url.user(), url.password(), url.host(), url.port(), url.database());
  }

  /// The carrier's fields in its order, of a number in the form of E.164.
  private static String report(int number) {
    return "phoneNumber=%%2B2547%08d&retryCount=0&id=ATXid_%d&status=Success&networkCode=63902"
        .formatted(number, number);
  }

  @Test
  void every_report_is_taken_and_kept(@TempDir Path data) throws Exception {
    TOWN.database().run(ACCEPTED, REPORTS);
    var refused = new AtomicInteger();
    var variables = Map.of("SHIRIKI_KEYS", Keys.generate().text(), "SHIRIKI_DATABASE_URL", url());

    Duration took;
    try (var gateway = GatewayProcess.start(data, variables)) {
      var room = new Semaphore(AT_ONCE);
      var began = System.nanoTime();
      try (var carrier = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var number = 1; number <= REPORTS; number++) {
          var body = report(number);
          room.acquire();
          carrier.execute(() -> {
            if (gateway.post("/at/local/sms/reports", body) != 200) {
              refused.incrementAndGet();
            }
            room.release();
          });
        }
      }
      took = Duration.ofNanos(System.nanoTime() - began);
    }

    System.out.printf(
        "reports of delivery: %d taken at %.0f a second%n",
        REPORTS, REPORTS * 1e9 / took.toNanos());
    assertThat(refused).hasValue(0);
    assertThat(TOWN.database().first(DELIVERED, row -> row.getInteger("n"))).contains(REPORTS);
  }
}
