package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.concern.PgConcerns;
import org.shiriki.concern.Progress;
import org.shiriki.concern.Reference;
import org.shiriki.concern.Status;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;

/// An office brings a concern on, and its reporter hears of it by SMS.
class StatusBySmsIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();
  private static final TestClock CLOCK = new TestClock(TestGateway.noon());
  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = TestGateway.on(TOWN.url(), CLOCK, Map.of());
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static Reference reported(TestPhone phone, String mayAnswer, String agrees) {
    phone.dial();
    var receipt =
        phone.say("2", "2", "1", "8", "No water since Monday", "1", mayAnswer, agrees, "1");
    return Reference.parse(receipt.replaceAll("(?s).*([2-9A-Z]{3}-[2-9A-Z]{4}).*", "$1"))
        .orElseThrow();
  }

  private static void advance(Reference reference, Status status) {
    new PgConcerns(TOWN.database(), Town.VAULT, Reference.from(new Random()), Town.PLACES, () -> {})
        .advance(reference, new Progress.Event(status, "The pump is mended", CLOCK.instant()));
  }

  private static List<String> inbox(TestPhone phone) {
    var answer = gateway.get("/simulator/api/messages?phone=" + phone.number().replace("+", "%2B"));
    var texts = new ArrayList<String>();
    JsonArray messages = Objects.requireNonNull(answer.bodyAsJsonArray());
    messages.forEach(message -> texts.add(((JsonObject) message).getString("text")));
    return texts;
  }

  private static int queued(Reference reference) {
    return TOWN.database()
        .first(
            new Sql("test", "select count(*)::int from outbox where once like $1"),
            row -> row.getInteger(0),
            "concern/" + reference.code() + "/%")
        .orElse(0);
  }

  @Test
  void a_new_status_is_told_once_and_names_nothing_but_the_reference() {
    var phone = gateway.phone("+254711700001");
    var reference = reported(phone, "1", "1");

    advance(reference, Status.FIXED);
    advance(reference, Status.FIXED);

    var texts = Watch.until(() -> inbox(phone), seen -> !seen.isEmpty());
    assertThat(texts)
        .containsExactly(
            "Concern %1$s: Fixed. To see more send STATUS %1$s.".formatted(reference.written()));
    assertThat(queued(reference)).isEqualTo(1);
  }

  @Test
  void who_filed_without_a_name_hears_nothing() {
    var phone = gateway.phone("+254711700002");
    phone.dial();
    var receipt = phone.say("2", "2", "1", "8", "No water since Monday", "1", "2", "1");
    var reference =
        Reference.parse(receipt.replaceAll("(?s).*([2-9A-Z]{3}-[2-9A-Z]{4}).*", "$1"))
            .orElseThrow();

    advance(reference, Status.IN_HAND);

    assertThat(queued(reference)).isZero();
  }

  @Test
  void at_night_it_waits_for_the_morning() {
    var phone = gateway.phone("+254711700003");
    var reference = reported(phone, "1", "1");
    CLOCK.pass(Duration.ofHours(9));

    advance(reference, Status.ANSWERED);

    assertThat(
            TOWN.database()
                .first(
                    new Sql("test", "select due_at from outbox where once like $1"),
                    row -> row.getOffsetDateTime(0).toInstant(),
                    "concern/" + reference.code() + "/%"))
        .contains(TestGateway.noon().plus(Duration.ofHours(19)));
    CLOCK.pass(Duration.ofHours(-9));
  }
}
