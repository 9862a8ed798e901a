package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.TestDatabase;

/// What anybody may read without saying who they are.
class OpenDataIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();
  private static final Instant MORNING = Instant.parse("2026-11-21T06:00:00Z");
  private static final Pattern RECEIPT = Pattern.compile("Receipt: ([2-9A-HJ-NP-Z]{6})");

  /// English, polls, does not know the ward, the county services, start, agreed, three answers.
  private static final String[] ANSWERS = {"2", "3", "8", "1", "1", "1", "1", "1", "1"};

  @Test
  void a_poll_that_twelve_answered_is_open_data_once_it_is_over() {
    var clock = new TestClock(MORNING);
    var receipt = "";
    try (var gateway = TestGateway.on(TOWN.url(), clock, Map.of())) {
      for (var number = 10; number < 22; number++) {
        var phone = gateway.phone("+2547220000" + number);
        phone.dial();
        var thanks = phone.say(ANSWERS[0], java.util.Arrays.copyOfRange(ANSWERS, 1, 9));
        var found = RECEIPT.matcher(thanks);
        assertThat(found.find()).as(thanks).isTrue();
        receipt = found.group(1);
      }
      assertThat(gateway.get("/open/v1/polls/county-services").statusCode()).isEqualTo(404);
    }
    clock.pass(Duration.ofDays(40));

    try (var gateway = TestGateway.on(TOWN.url(), clock, Map.of())) {
      assertThat(gateway.get("/open/v1/polls/county-services").statusCode()).isEqualTo(404);
      publish(gateway);
      var answer =
          Watch.until(
              () -> gateway.get("/open/v1/polls/county-services"),
              said -> said.statusCode() == 200);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.getHeader("Cache-Control")).isEqualTo("public, max-age=60");
      assertThat(answer.cookies()).isEmpty();
      var sheet = new JsonObject(String.valueOf(answer.bodyAsString()));
      assertThat(sheet.getInteger("answered")).isEqualTo(12);
      assertThat(sheet.getInteger("could_answer")).isEqualTo(12);
      assertThat(sheet.getInteger("invited")).isZero();
      assertThat(sheet.getJsonArray("receipts")).hasSize(12).contains(receipt);
      assertThat(sheet.getString("tally_sha256")).hasSize(64);
      assertThat(sheet.getJsonObject("method").getString("en")).contains("two SIM cards");
      assertThat(String.valueOf(gateway.get("/open/v1/polls").bodyAsString()))
          .contains("county-services", "market-days");
      var csv = gateway.get("/open/v1/polls/county-services", "text/csv");
      assertThat(csv.getHeader("Content-Type")).startsWith("text/csv");
      assertThat(csv.bodyAsString()).startsWith("poll,question,").contains("county-services,1,");
    }
  }

  private static void publish(TestGateway gateway) {
    var director = Desk.director(gateway);
    var poll = "/polls/county-services";
    var method =
        "{'sampling':'SELF_SELECTED','contacted':0,'how':{'sw':'Kwa simu','en':'By phone'},"
            + "'weighting':{'sw':'Hakuna','en':'None'}}";
    director.match(director.get(poll).header("ETag")).put(poll + "/method", method);
    director.match(director.get(poll).header("ETag")).post(poll + "/publish");
  }

  @Test
  void a_poll_that_few_answered_lists_neither_counts_nor_receipts() {
    try (var gateway = TestGateway.on(TOWN.url(), new TestClock(MORNING), Map.of())) {
      var answer = gateway.get("/open/v1/polls/market-days");

      var sheet = new JsonObject(String.valueOf(answer.bodyAsString()));
      assertThat(sheet.getValue("answered")).isNull();
      assertThat(sheet.getValue("receipts")).isNull();
    }
  }

  @Test
  void a_poll_that_is_not_there_is_a_problem() {
    try (var gateway = TestGateway.on(TOWN.url())) {
      var answer = gateway.get("/open/v1/polls/none");

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.getHeader("Content-Type")).isEqualTo("application/problem+json");
    }
  }
}
