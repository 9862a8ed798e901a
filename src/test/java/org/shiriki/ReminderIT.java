package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;

/// The line breaks off in the middle of a report, and one SMS says how to go on. A node looks who
/// broke off when it starts, so the tests start one instead of waiting for its next round.
class ReminderIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();
  private static final TestClock CLOCK = new TestClock(TestGateway.noon());
  private static final CountingCarrier CARRIER = new CountingCarrier();
  private static final Duration A_WHILE = Duration.ofSeconds(125);
  private static final Sql SENT =
      new Sql(
          "test.sent", "select text from outbox where purpose = 'REMINDER' and state = 'ACCEPTED'");
  private static final Sql QUEUED =
      new Sql("test.queued", "select count(*)::int as n from outbox where purpose = 'REMINDER'");

  private static TestGateway gateway;
  private static int people;

  @BeforeAll
  static void start() {
    gateway = node();
  }

  @AfterAll
  static void stop() {
    gateway.close();
    CARRIER.close();
  }

  private static TestGateway node() {
    return TestGateway.on(TOWN.url(), CLOCK, Map.of("SHIRIKI_AT_BASE_URL", CARRIER.address()));
  }

  /// Speaks English.
  private static TestPhone stranger() {
    people++;
    var phone = gateway.phone("+2547118%05d".formatted(people));
    phone.dial();
    phone.say("2");
    return phone;
  }

  /// Has agreed to be answered.
  private static TestPhone neighbour() {
    var phone = stranger();
    phone.dial();
    assertThat(phone.say("6", "3", "2", "1", "1")).contains("Phone: ");
    return phone;
  }

  /// Describes what is wrong, and the line is gone.
  private static TestPhone breaksOff(TestPhone phone) {
    CLOCK.pass(Duration.ofSeconds(1));
    phone.dial();
    assertThat(phone.say("2", "1", "8", "No water since Monday")).contains("What would fix it");
    CLOCK.pass(Duration.ofSeconds(1));
    return phone;
  }

  private static int queued() {
    return TOWN.database().first(QUEUED, row -> row.getInteger("n")).orElse(0);
  }

  private static List<String> sent() {
    return TOWN.database().list(SENT, row -> row.getString("text"));
  }

  @Test
  void of_all_who_hung_up_only_who_left_a_report_half_way_is_reminded_and_can_go_on() {
    breaksOff(stranger());
    var leaver = breaksOff(neighbour());
    gateway.post(
        "/at/local/sms",
        "application/x-www-form-urlencoded",
        "id=1&text=STOP&from=" + leaver.number().replace("+", "%2B"));
    var inDanger = neighbour();
    inDanger.dial();
    inDanger.say("2", "1", "8", "My husband beats me every day");
    var besideIt = breaksOff(neighbour());
    besideIt.dial();
    besideIt.say("2", "2", "13");
    var nameless = breaksOff(neighbour());
    nameless.say("1", "2");
    var finished = breaksOff(neighbour());
    finished.dial();
    finished.say("1", "1", "1", "1");
    var discarded = breaksOff(neighbour());
    discarded.dial();
    discarded.say("2", "99");
    var reader = neighbour();
    reader.dial();
    reader.say("1");
    var dropped = breaksOff(neighbour());
    CLOCK.pass(A_WHILE);

    try (var _ = node();
        var _ = node()) {
      CARRIER.untilTold(dropped.number());
      Watch.until(ReminderIT::sent, texts -> !texts.isEmpty());
    }

    assertThat(sent())
        .containsExactly(
            "Shiriki: the line dropped. To go on where you stopped dial *384*50# before 12:10. Free.");
    assertThat(queued()).isEqualTo(1);
    assertThat(dropped.dial()).startsWith("CON The line dropped. What you wrote is saved.");
    assertThat(dropped.say("1")).contains("What would fix it");

    CLOCK.pass(A_WHILE);
    var another = breaksOff(neighbour());
    CLOCK.pass(A_WHILE);
    try (var _ = node()) {
      CARRIER.untilTold(another.number());
    }
    assertThat(queued()).as("once a day each").isEqualTo(2);
  }
}
