package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.Ear.Heard;
import org.shiriki.concern.PgConcerns;
import org.shiriki.concern.Progress;
import org.shiriki.concern.Reference;
import org.shiriki.concern.Status;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Vault;
import org.shiriki.staff.Grant;
import org.shiriki.staff.PgAudit;
import org.shiriki.staff.Role;
import org.shiriki.webhook.PgWebhooks;
import org.shiriki.webhook.WebhookApi;

/// Two nodes tell other people's programs what happens, over HTTP.
class WebhookIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final String CONCERNS = "'CONCERN_FILED','CONCERN_STATUS_CHANGED'";
  private static final Sql HURRY =
      new Sql("test", "update webhook_delivery set due_at = now() where state = 'WAITING'");

  /// The test looks again and again.
  private static final Map<String, String> OFTEN =
      Map.of("SHIRIKI_API_CALLS_PER_MINUTE", "1000000");

  private static TestGateway gateway;
  private static TestGateway other;
  private static Desk director;
  private static int people;

  private final Ear ear = new Ear(TOWN.vertx());
  private final List<String> made = new ArrayList<>();

  @BeforeAll
  static void open() {
    gateway = TestGateway.on(TOWN.url(), InstantSource.system(), OFTEN);
    other = TestGateway.on(TOWN.url());
    director = Desk.director(gateway);
  }

  @AfterAll
  static void close() {
    gateway.close();
    other.close();
  }

  @AfterEach
  void clear() {
    made.forEach(hook -> director.delete("/webhooks/" + hook));
    ear.close();
  }

  private static String body(String url, String events) {
    return "{'url':'%s','note':'Forum','events':[%s],'active':true}".formatted(url, events);
  }

  private String hook(String url, String events) {
    var id = director.post("/webhooks", body(url, events)).at("/id");
    made.add(id);
    return id;
  }

  private static String secret(String hook) {
    return director.post("/webhooks/" + hook + "/secret").at("/secret");
  }

  private static Reference report(String mayAnswer) {
    people++;
    var phone = gateway.phone("+2547117%05d".formatted(people));
    phone.dial();
    phone.say("2");
    var receipt =
        mayAnswer.equals("1")
            ? phone.say("2", "1", "8", "No water since Monday", "1", "1", "1", "1")
            : phone.say("2", "1", "8", "No water since Monday", "1", "2", "1");
    return Reference.parse(receipt.replaceAll("(?s).*([2-9A-Z]{3}-[2-9A-Z]{4}).*", "$1"))
        .orElseThrow(() -> new AssertionError(receipt));
  }

  private static void advance(Reference reference, Status status) {
    new PgConcerns(TOWN.database(), Town.VAULT, Reference.from(new Random()), Town.PLACES, () -> {})
        .advance(
            reference, new Progress.Event(status, "The pump is mended", java.time.Instant.now()));
  }

  private List<Heard> heard(int count) {
    return Watch.until(ear::heard, all -> all.size() >= count);
  }

  private static String hmac(String secret, Heard told) throws Exception {
    var second = told.signature().replaceAll("^t=(\\d+),.*", "$1");
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    var text = second + "." + told.body();
    return "v1=" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_concern_and_its_new_status_are_told_once_signed_and_without_words() throws Exception {
    var secret = secret(hook(ear.url(), CONCERNS));

    var reference = report("1");
    heard(1);
    advance(reference, Status.REFERRED);
    advance(reference, Status.REFERRED);
    advance(reference, Status.FIXED);

    var all = heard(3);
    var told = all.stream().collect(Collectors.toMap(WebhookIT::status, Function.identity()));
    assertThat(told.keySet()).containsExactlyInAnyOrder("RECEIVED", "REFERRED", "FIXED");
    assertThat(Objects.requireNonNull(told.get("RECEIVED")).body())
        .contains("\"type\":\"CONCERN_FILED\"", "\"reference\":\"" + reference.written() + '"')
        .doesNotContain("Monday", "2547", "pump");
    assertThat(all.stream().map(Heard::event)).doesNotHaveDuplicates();
    for (var one : all) {
      assertThat(one.signature()).endsWith("," + hmac(secret, one)).containsOnlyOnce("v1=");
      assertThat(new JsonObject(one.body()).getString("id")).isEqualTo(one.event());
    }
  }

  private static String status(Heard told) {
    return new JsonObject(told.body()).getJsonObject("data").getString("status");
  }

  @Test
  void a_report_without_a_name_is_not_told_before_its_day_is_over() {
    var hook = hook(ear.url(), CONCERNS);
    secret(hook);

    var reference = report("2");
    director.post("/webhooks/" + hook + "/tests");

    heard(1);
    var waiting = director.get("/webhooks/" + hook + "/deliveries").json().at("/items/1");
    assertThat(waiting.at("/subject").asText()).isEqualTo("concern/" + reference.code());
    assertThat(waiting.at("/at").asText()).endsWith("T21:00:00Z");
    assertThat(waiting.at("/dueAt").asText()).endsWith("T21:00:00Z");
    assertThat(waiting.at("/dueAt").asText()).isGreaterThan(java.time.Instant.now().toString());
    assertThat(ear.heard()).hasSize(1);
  }

  @Test
  void nothing_leaves_before_there_is_a_secret_and_while_one_is_changed_both_sign()
      throws Exception {
    var hook = hook(ear.url(), CONCERNS);
    director.post("/webhooks/" + hook + "/tests");
    var first = secret(hook);
    var alone = heard(1).getFirst();
    var second = secret(hook);
    director.post("/webhooks/" + hook + "/tests");
    var both = heard(2).getLast();

    assertThat(alone.signature()).endsWith("," + hmac(first, alone)).containsOnlyOnce("v1=");
    assertThat(both.signature()).endsWith("," + hmac(second, both) + "," + hmac(first, both));
    assertThat(first).startsWith("whsec_").isNotEqualTo(second);
    assertThat(director.get("/webhooks/" + hook).text()).doesNotContain(first, second);
    var third = secret(hook);
    director.post("/webhooks/" + hook + "/tests");
    var later = heard(3).getLast();
    assertThat(later.signature()).endsWith("," + hmac(third, later) + "," + hmac(second, later));
  }

  @Test
  void what_was_refused_redirected_or_not_answered_is_tried_again_and_all_is_logged() {
    var hook = hook(ear.url(), CONCERNS);
    secret(hook);
    ear.answers(500);
    var event = director.post("/webhooks/" + hook + "/tests").at("/event");
    attempted(hook, 1);
    ear.answers(302);
    TOWN.database().run(HURRY);
    attempted(hook, 2);
    ear.fallSilent();
    TOWN.database().run(HURRY);
    attempted(hook, 3);
    ear.answers(200);
    TOWN.database().run(HURRY);

    var attempts = attempted(hook, 4);

    assertThat(attempts.findValuesAsText("outcome"))
        .containsExactly("TAKEN", "UNANSWERED", "REDIRECTED", "REFUSED");
    assertThat(attempts.findValuesAsText("status")).containsExactly("200", "0", "302", "500");
    assertThat(attempts.findValuesAsText("event")).containsOnly(event);
    assertThat(ear.heard()).hasSize(4).extracting(Heard::path).containsOnly("/hook");
    assertThat(director.get("/webhooks/" + hook + "/deliveries").at("/items/0/state"))
        .isEqualTo("DELIVERED");
    assertThat(director.get("/webhooks/" + hook).json().has("failingSince")).isFalse();
    assertThat(director.get("/webhooks/" + hook + "/attempts?limit=3").json().at("/items"))
        .hasSize(3);
  }

  private static com.fasterxml.jackson.databind.JsonNode attempted(String hook, int count) {
    return Watch.until(
        Duration.ofSeconds(30),
        () -> director.get("/webhooks/" + hook + "/attempts").json().at("/items"),
        items -> items.size() >= count);
  }

  @Test
  void one_that_hangs_holds_up_nobody_else() {
    try (var deaf = new Ear(TOWN.vertx())) {
      deaf.fallSilent();
      var hanging = hook(deaf.url(), CONCERNS);
      secret(hanging);
      secret(hook(ear.url(), CONCERNS));
      for (var test = 0; test < 6; test++) {
        director.post("/webhooks/" + hanging + "/tests");
      }
      Watch.until(deaf::heard, all -> all.size() >= 4);

      report("1");

      Watch.until(Duration.ofSeconds(5), ear::heard, all -> !all.isEmpty());
    }
  }

  @Test
  void two_nodes_tell_each_event_once() {
    var hook = hook(ear.url(), CONCERNS);
    secret(hook);
    for (var test = 0; test < 30; test++) {
      director.post("/webhooks/" + hook + "/tests");
    }

    Watch.until(
        () -> director.get("/webhooks/" + hook + "/deliveries").text(),
        text -> !text.contains("WAITING"));

    assertThat(ear.heard()).hasSize(30);
    assertThat(ear.heard().stream().map(Heard::event)).doesNotHaveDuplicates();
    assertThat(director.get("/webhooks/" + hook + "/attempts").json().at("/items")).hasSize(30);
  }

  @Test
  void an_address_that_cannot_be_told_is_refused_with_the_field_named() {
    var said = director.post("/webhooks", body("http://forum.example.org/hook", CONCERNS));

    assertThat(said.status()).isEqualTo(422);
    assertThat(said.at("/errors/0/field")).isEqualTo("/url");
  }

  @Test
  void a_lost_update_is_refused() {
    var path = "/webhooks/" + hook(ear.url(), CONCERNS);
    var change = body(ear.url(), "'POLL_CLOSED'");

    assertThat(director.match("\"1\"").put(path, change).status()).isEqualTo(200);

    assertThat(director.match("\"1\"").put(path, change).status()).isEqualTo(412);
  }

  @Test
  void the_same_key_makes_one_webhook_and_one_test() {
    var keyed = director.with("Idempotency-Key", "forum");
    var first = keyed.post("/webhooks", body(ear.url(), CONCERNS));
    made.add(first.at("/id"));
    TOWN.database().run(new Sql("test", "delete from api_once"));

    var again = keyed.post("/webhooks", body(ear.url(), CONCERNS));

    assertThat(again.at("/id")).isEqualTo(first.at("/id"));
    var tests = "/webhooks/" + first.at("/id") + "/tests";
    keyed.post(tests);
    TOWN.database().run(new Sql("test", "delete from api_once"));
    keyed.post(tests);
    assertThat(director.get("/webhooks/" + first.at("/id") + "/deliveries").json().at("/items"))
        .hasSize(1);
    assertThat(director.get("/audit?subject=webhook/" + first.at("/id")).json().at("/items"))
        .hasSize(2);
  }

  @Test
  void for_whoever_runs_a_county_only_there_are_no_webhooks() {
    var desk =
        director.colleague(
            TOWN.database(), "kadzo", new Grant(Role.DIRECTOR, List.of("003"), List.of()));
    var path = "/webhooks/" + hook(ear.url(), CONCERNS);
    var body = body(ear.url(), CONCERNS);

    var said =
        Map.of(
            "listWebhooks", desk.get("/webhooks").status(),
            "createWebhook", desk.post("/webhooks", body).status(),
            "readWebhook", desk.get(path).status(),
            "changeWebhook", desk.match("\"1\"").put(path, body).status(),
            "deleteWebhook", desk.delete(path).status(),
            "makeWebhookSecret", desk.post(path + "/secret").status(),
            "testWebhook", desk.post(path + "/tests").status(),
            "listDeliveries", desk.get(path + "/deliveries").status(),
            "listAttempts", desk.get(path + "/attempts").status());

    var webhooks =
        new PgWebhooks(TOWN.database(), new Vault(Keys.generate()), new PgAudit(TOWN.database()));
    assertThat(said.keySet()).isEqualTo(new WebhookApi(webhooks, true).operations().keySet());
    assertThat(said.values()).containsOnly(404);
    assertThat(director.get("/webhooks/nothing").status()).isEqualTo(404);
    assertThat(director.get("/webhooks?limit=1").json().at("/items")).hasSize(1);
  }
}
