package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.Grant;
import org.shiriki.staff.PgAudit;
import org.shiriki.staff.Role;
import org.shiriki.upkeep.PgRetention;
import org.shiriki.upkeep.Rule;

/// Periods are changed within the law, and what would go is seen before it goes.
class RetentionApiIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final Sql MESSAGE =
      new Sql(
          "test.message",
          """
          with person as (
            insert into citizen (citizen_key, language, phone) values ($1, 'sw', 'sealed'))
          insert into outbox (citizen_key, once, phone, lane, text, queued_at)
          values ($1, 'once', '', 'REPLY', 'Habari', $2)
          """);
  private static final Sql KEPT =
      new Sql("test.kept", "select citizen_key from outbox order by citizen_key");

  private static TestGateway gateway;
  private static Desk officer;

  @BeforeAll
  static void open() {
    gateway = TestGateway.on(TOWN.url(), new TestClock(NOW), Map.of());
    officer =
        Desk.director(gateway)
            .colleague(TOWN.database(), "dpo", Grant.everywhere(Role.DATA_PROTECTION_OFFICER));
  }

  @AfterAll
  static void close() {
    gateway.close();
  }

  private static Desk.Said changed(String rule, String keep) {
    var path = "/retention/" + rule;
    return officer
        .match(officer.get(path).header("ETag"))
        .put(path, "{'keep':'%s','reason':'nobody asks for older ones'}".formatted(keep));
  }

  private static JsonNode dryRun(String rule) {
    var found = officer.post("/retention/dry-run").json().at("/rules");
    for (var line : found) {
      if (line.at("/rule").asText().equals(rule)) {
        return line;
      }
    }
    throw new AssertionError("No rule " + rule);
  }

  private static void sent(String person, int daysAgo) {
    var at = NOW.minus(Duration.ofDays(daysAgo)).atOffset(ZoneOffset.UTC);
    TOWN.database().run(MESSAGE, person, at);
  }

  @Test
  void every_rule_tells_its_period_its_bounds_and_the_law() {
    var rules = officer.get("/retention").json().at("/items");

    assertThat(rules.findValuesAsText("id")).contains("sms-bodies", "audit", "concern-names");
    assertThat(rules.findValuesAsText("source")).allMatch(source -> source.contains("Act 2019"));
  }

  @Test
  void what_the_law_does_not_allow_is_refused_with_its_bounds() {
    for (var rule : Map.of("ussd-turns", "P31D", "audit", "P5Y", "sms-bodies", "P1D").entrySet()) {
      var said = changed(rule.getKey(), rule.getValue());

      assertThat(said.status()).as(said.text()).isEqualTo(422);
      assertThat(said.at("/errors/0/detail")).startsWith("It lies between P");
    }
    assertThat(changed("concern-names", "PYMW").status()).isEqualTo(422);
  }

  @Test
  void a_shorter_period_shows_in_the_dry_run_and_then_removes_at_the_next_round() {
    sent("old", 200);
    sent("young", 100);
    var before = dryRun("sms-bodies").at("/rows").asInt();

    var said = changed("sms-bodies", "P6M");

    assertThat(said.at("/keep")).isEqualTo("P6M");
    assertThat(said.at("/standard")).isEqualTo("P12M");
    assertThat(dryRun("sms-bodies").at("/rows").asInt()).isEqualTo(before + 1);
    assertThat(kept()).contains("old", "young");
    var rules = Rule.read(Town.CONFIG);
    var audit = new PgAudit(TOWN.database());
    var tomorrow = new TestClock(NOW.plus(Duration.ofDays(1)));
    new PgRetention(TOWN.database(), audit, rules, Registry.KEEPSAKES, tomorrow).daily();
    assertThat(kept()).contains("young").doesNotContain("old");
    var after = officer.get("/retention/sms-bodies");
    assertThat(after.at("/lastRun")).isEqualTo("2026-11-22T09:00:00Z");
    assertThat(after.json().at("/lastRemoved").asInt()).isEqualTo(1);
    assertThat(officer.get("/retention/sms-bodies/changes").at("/items/0/reason"))
        .isEqualTo("nobody asks for older ones");
    assertThat(officer.get("/audit?action=retention.changed&limit=500").text())
        .contains("P12M > P6M");
  }

  private static List<String> kept() {
    return TOWN.database().list(KEPT, row -> row.getString("citizen_key"));
  }

  @Test
  void a_period_is_tried_within_the_law_and_changes_nothing() {
    sent("a season", 100);
    var before = officer.get("/retention/concern-notes").text();

    var longer = officer.post("/retention/sms-bodies/dry-run", "{'keep':'P12M'}");
    var shorter = officer.post("/retention/sms-bodies/dry-run", "{'keep':'P3M'}");
    var unlawful = officer.post("/retention/sms-bodies/dry-run", "{'keep':'P1D'}");

    assertThat(shorter.json().at("/rows").asInt()).isGreaterThan(longer.json().at("/rows").asInt());
    assertThat(unlawful.status()).isEqualTo(422);
    assertThat(unlawful.at("/errors/0/field")).isEqualTo("/keep");
    assertThat(officer.post("/retention/no-such/dry-run", "{'keep':'P3M'}").status())
        .isEqualTo(404);
    assertThat(kept()).contains("a season");
    assertThat(officer.get("/retention/concern-notes").text()).isEqualTo(before);
  }

  @Test
  void a_hold_is_listed_by_its_reference_placed_once_and_lifted_once() {
    var body = "{'kind':'CONCERN','reference':'R5F-F83Y','reason':'case 12'}";
    var keyed = officer.with("Idempotency-Key", "hold-1");
    var placed = keyed.post("/legal-holds", body);
    assertThat(placed.status()).as(placed.text()).isEqualTo(201);
    assertThat(keyed.post("/legal-holds", body).at("/id")).isEqualTo(placed.at("/id"));

    assertThat(officer.post("/legal-holds", body).status()).isEqualTo(409);

    var listed = officer.get("/legal-holds?limit=1");
    assertThat(listed.at("/items/0/reference")).isEqualTo("R5FF83Y");
    assertThat(officer.get("/legal-holds?cursor=" + listed.at("/next")).status()).isEqualTo(200);
    assertThat(officer.delete("/legal-holds/" + placed.at("/id")).status()).isEqualTo(204);
    assertThat(officer.delete("/legal-holds/" + placed.at("/id")).status()).isEqualTo(404);
    assertThat(officer.get("/audit?action=hold.&limit=500").text())
        .contains("hold.placed", "hold.lifted");
  }

  @Test
  void what_cannot_be_held_is_named() {
    var nobody = "{'kind':'PERSON','reference':'nobody','reason':'case 12'}";
    var careless = "{'kind':'CASE','reference':'1234','reason':'0711 880 001 complained'}";

    assertThat(officer.post("/legal-holds", nobody).at("/errors/0/field")).isEqualTo("/reference");
    assertThat(officer.post("/legal-holds", careless).at("/errors/0/field")).isEqualTo("/reason");
  }
}
