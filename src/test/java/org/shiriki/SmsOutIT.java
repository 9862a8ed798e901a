package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.privacy.Keys;
import org.shiriki.simulator.Sample;

/// A person asks for an SMS on the phone, and it comes: the whole gateway with its simulated
/// carrier.
class SmsOutIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();
  @RegisterExtension static final TestDatabase SHARED = TestDatabase.migrated();
  @RegisterExtension static final TestDatabase BLOCKED = TestDatabase.migrated();
  @RegisterExtension static final TestDatabase LEFT = TestDatabase.migrated();
  @RegisterExtension static final TestDatabase REAL = TestDatabase.migrated();

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Sql STATES =
      new Sql(
          "test.states", "select state || ' ' || reason as line from outbox order by queued_at");
  private static final Sql IDS = new Sql("test.ids", "select message_id as line from outbox");
  private static final Sql MARKS = new Sql("test.marks", "select why as line from suppression");

  private static List<String> lines(TestDatabase town, Sql sql) {
    return town.database().list(sql, row -> String.valueOf(row.getString("line")));
  }

  private static JsonArray inbox(TestGateway gateway, String number) {
    var path = "/simulator/api/messages?phone=" + number.replace("+", "%2B");
    return Objects.requireNonNull(gateway.get(path).bodyAsJsonArray());
  }

  /// Asks on the phone for the topic about leaders by SMS, and agrees to what must be agreed to.
  private static String asks(TestPhone phone) {
    phone.dial();
    return phone.say("2", "1", "3", "1", "1", "1");
  }

  private static void suffers(TestGateway gateway, String... faults) {
    var switches =
        new JsonObject(
            """
            {"delayMillis":0,"status":0,"html":false,"dropAfterAccept":false,"dollars":false,
             "reportMillis":10,"duplicateReports":false,"reorderedReports":false}
            """);
    for (var fault : faults) {
      switches.put(fault, true);
    }
    gateway.put("/simulator/api/faults/sending", "application/json", switches.encode());
  }

  @Test
  void what_is_asked_for_on_the_phone_comes_by_sms_within_a_second_and_ends_delivered() {
    try (var gateway = TestGateway.on(TOWN.url(), InstantSource.system(), Map.of())) {
      suffers(gateway);
      var phone = gateway.phone("+254711600001");
      var asked = Instant.now();

      var receipt = asks(phone);

      assertThat(receipt).contains("We will send you an SMS");
      var message =
          Watch.until(() -> inbox(gateway, phone.number()), inbox -> inbox.size() == 1)
              .getJsonObject(0);
      assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(2));
      assertThat(message.getString("text")).startsWith("Who does what: leaders");
      assertThat(message.getString("from")).isEqualTo("AFRICASTKNG");
      Watch.until(() -> lines(TOWN, STATES), List.of("DELIVERED ")::equals);
      assertThat(lines(TOWN, IDS)).containsExactly(message.getString("id"));
      assertThat(gateway.get("/metrics").bodyAsString())
          .contains("shiriki_sms_sent_total{lane=\"reply\"} 1.0")
          .contains("shiriki_sms_verdicts_total{verdict=\"accepted\"} 1.0")
          .contains("shiriki_sms_paused 0.0")
          .contains("shiriki_sms_breaker 0.0")
          .contains("shiriki_sms_queued{lane=\"broadcast\"}")
          .contains("shiriki_sms_oldest_seconds{lane=\"reply\"}");
    }
  }

  @Test
  void two_gateways_on_one_outbox_send_everybody_one_message_each() {
    try (var one = TestGateway.on(SHARED.url());
        var other = TestGateway.on(SHARED.url())) {
      suffers(one, "duplicateReports", "reorderedReports");
      suffers(other, "duplicateReports", "reorderedReports");
      var numbers = IntStream.range(0, 40).mapToObj("+2547116001%02d"::formatted);

      var phones = numbers.map(one::phone).toList();
      phones.parallelStream().forEach(SmsOutIT::asks);

      Watch.until(
          () -> lines(SHARED, STATES),
          states -> states.size() == 40 && states.stream().allMatch("DELIVERED "::equals));
      assertThat(phones)
          .allMatch(phone ->
              inbox(one, phone.number()).size() + inbox(other, phone.number()).size() == 1);
    }
  }

  @Test
  void a_person_on_the_carriers_black_list_is_recorded_as_one_who_wants_nothing() {
    try (var gateway = TestGateway.on(BLOCKED.url())) {
      asks(gateway.phone("+254799000406"));

      Watch.until(() -> lines(BLOCKED, STATES), List.of("FAILED BLOCKED")::equals);

      assertThat(lines(BLOCKED, MARKS)).containsExactly("BLOCKED");
    }
  }

  @Test
  void an_opt_out_at_the_carrier_is_kept_and_no_sms_is_promised_or_sent() {
    try (var gateway = TestGateway.on(LEFT.url())) {
      var posted =
          gateway.post(
              "/at/local/sms/opt-outs", FORM, "senderId=COMPANY&phoneNumber=%2B254720123123");

      var screen = asks(gateway.phone("+254720123123"));

      assertThat(posted.statusCode()).isEqualTo(200);
      assertThat(lines(LEFT, MARKS)).containsExactly("OPTED_OUT");
      assertThat(screen)
          .startsWith("CON You sent STOP, so you get no SMS from us.")
          .contains("1. Let SMS come again");
      assertThat(lines(LEFT, STATES)).isEmpty();
    }
  }

  @Test
  void set_up_for_the_real_carrier_it_sends_to_the_address_of_its_settings() {
    try (var carrier = TestGateway.on(TOWN.url());
        var gateway =
            TestGateway.on(
                REAL.url(),
                InstantSource.system(),
                Map.of(
                    "SHIRIKI_CARRIER", "africastalking",
                    "SHIRIKI_AT_USERNAME", "shiriki",
                    "SHIRIKI_AT_API_KEY", "atsk_secret",
                    "SHIRIKI_AT_BASE_URL", "http://127.0.0.1:" + carrier.port() + "/simulator",
                    "SHIRIKI_SMS_SENDER_ID", "KECOSCE",
                    "SHIRIKI_CALLBACK_KEYS", "local2",
                    "SHIRIKI_KEYS", Keys.generate().text()))) {
      var phone = new TestPhone(form -> gateway.hop("/at/local2/ussd", form), "+254711600777");

      asks(phone);

      Watch.until(() -> lines(REAL, STATES), List.of("ACCEPTED ")::equals);
      assertThat(inbox(carrier, phone.number()).getJsonObject(0).getString("from"))
          .isEqualTo("KECOSCE");
    }
  }

  @Test
  void reports_are_answered_with_200_whatever_they_say_and_hide_behind_the_secret() {
    try (var gateway = TestGateway.on(TOWN.url())) {
      var reports = "/at/local/sms/reports";

      var taken =
          List.of("dlr-01-failed-captured", "dlr-03-minimal", "dlr-07-premium-requestid").stream()
              .map(Sample::body)
              .map(body -> gateway.post(reports, FORM, body).statusCode())
              .toList();

      assertThat(taken).containsOnly(200);
      assertThat(gateway.post(reports, FORM, "nonsense").statusCode()).isEqualTo(200);
      assertThat(gateway.post(reports, FORM, "id=x&status=Levitating").statusCode()).isEqualTo(200);
      assertThat(gateway.post("/at/wrong/sms/reports", FORM, "id=x").statusCode()).isEqualTo(404);
      assertThat(gateway.post(reports, "application/json", "{}").statusCode()).isEqualTo(415);
      assertThat(gateway.get(reports).statusCode()).isEqualTo(405);
      assertThat(gateway.post(reports, FORM, "a".repeat(9_000)).statusCode()).isEqualTo(413);
    }
  }
}
