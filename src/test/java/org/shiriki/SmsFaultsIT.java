package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;

/// The carrier misbehaves towards a whole gateway, and nobody hears the same thing twice.
class SmsFaultsIT {
  @RegisterExtension static final TestDatabase DROPPED = TestDatabase.migrated();
  @RegisterExtension static final TestDatabase DOWN = TestDatabase.migrated();

  /// A report counts from when it is kept, so the clock may pass on only then.
  private static final Sql ARRIVED =
      new Sql("test.arrived", "select count(*)::int from sms_report where state = 'DELIVERED'");

  private static final Sql STATES =
      new Sql(
          "test.states", "select state || ' ' || reason as line from outbox order by queued_at");

  private static List<String> states(TestDatabase town) {
    return town.database().list(STATES, row -> String.valueOf(row.getString("line")));
  }

  private static int received(TestGateway gateway, TestPhone phone) {
    var path = "/simulator/api/messages?phone=" + phone.number().replace("+", "%2B");
    return Objects.requireNonNull(gateway.get(path).bodyAsJsonArray()).size();
  }

  private static void asks(TestPhone phone) {
    phone.dial();
    phone.say("2", "1", "3", "1", "1", "1");
  }

  private static void suffers(TestGateway gateway, Map<String, Object> faults) {
    var switches =
        new JsonObject(
            """
            {"delayMillis":0,"status":0,"html":false,"dropAfterAccept":false,"dollars":false,
             "reportMillis":50,"duplicateReports":false,"reorderedReports":false}
            """);
    faults.forEach(switches::put);
    gateway.put("/simulator/api/faults/sending", "application/json", switches.encode());
  }

  @Test
  void a_message_whose_answer_was_lost_is_sent_once_and_found_again_by_its_report() {
    var clock = new TestClock(TestGateway.noon());
    try (var gateway = TestGateway.on(DROPPED.url(), clock, Map.of())) {
      suffers(gateway, Map.of("dropAfterAccept", true));
      var phone = gateway.phone("+254711700001");

      asks(phone);

      Watch.until(() -> states(DROPPED), List.of("UNKNOWN NO_ANSWER")::equals);
      suffers(gateway, Map.of());
      Watch.until(
          () -> DROPPED.database().list(ARRIVED, row -> row.getInteger(0)), List.of(1)::equals);
      clock.pass(Duration.ofMinutes(1));
      Watch.until(() -> states(DROPPED), List.of("DELIVERED ")::equals);
      assertThat(received(gateway, phone)).isEqualTo(1);
    }
  }

  @Test
  void what_a_throttled_carrier_did_not_take_leaves_when_it_does() {
    var clock = new TestClock(TestGateway.noon());
    try (var gateway = TestGateway.on(DOWN.url(), clock, Map.of())) {
      suffers(gateway, Map.of("status", 429));
      var phone = gateway.phone("+254711700002");

      asks(phone);

      Watch.until(
          () -> String.valueOf(gateway.get("/metrics").bodyAsString()),
          metrics -> metrics.contains("shiriki_sms_requests_total{outcome=\"throttled\"} 1.0"));
      assertThat(states(DOWN)).isSubsetOf("QUEUED ", "SENDING ");
      suffers(gateway, Map.of());
      clock.pass(Duration.ofMinutes(1));
      Watch.until(() -> states(DOWN), List.of("DELIVERED ")::equals);
      assertThat(received(gateway, phone)).isEqualTo(1);
    }
  }
}
