package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.incident.IncidentWatch;
import org.shiriki.incident.PgIncidents;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.Grant;
import org.shiriki.staff.PgAudit;
import org.shiriki.staff.Role;

/// What went wrong with people's data, from its discovery to its end.
class IncidentApiIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Instant FOUND = Instant.parse("2026-11-18T09:00:00Z");
  private static final String LIST =
      """
      {'kind':'DISCLOSURE','role':'CONTROLLER','discoveredAt':'2026-11-18T09:00:00Z',
       'data':['phone numbers'],'people':40,'description':'A list was left at a meeting.',
       'measures':''}
      """;
  private static final String TOLD = "{'at':'2026-11-19T09:00:00Z','reference':'ODPC/77'}";

  private static final TestClock CLOCK = new TestClock(FOUND.plus(Duration.ofDays(1)));
  private static TestGateway gateway;
  private static Desk officer;

  @BeforeAll
  static void open() {
    gateway = TestGateway.on(TOWN.url(), CLOCK, Map.of());
    officer =
        Desk.director(gateway)
            .colleague(TOWN.database(), "dpo", Grant.everywhere(Role.DATA_PROTECTION_OFFICER));
  }

  @AfterAll
  static void close() {
    gateway.close();
  }

  private static Desk.Said opened(String facts) {
    var said = officer.post("/incidents", facts);
    assertThat(said.status()).as(said.text()).isEqualTo(201);
    return said;
  }

  private static String path(Desk.Said said) {
    return "/incidents/" + said.at("/number");
  }

  private static String audit(String path) {
    return officer
        .get("/audit?limit=500&subject=" + path.substring(1).replace("incidents", "incident"))
        .text();
  }

  @Test
  void the_commissioner_is_to_be_told_within_72_hours_of_the_discovery() {
    var said = opened(LIST);

    assertThat(said.at("/dueAt")).isEqualTo("2026-11-21T09:00:00Z");
    assertThat(said.at("/clock")).isEqualTo("RUNNING");
  }

  @Test
  void the_house_that_we_act_for_is_to_be_told_within_48() {
    var said = opened(LIST.replace("CONTROLLER", "PROCESSOR"));

    assertThat(said.at("/dueAt")).isEqualTo("2026-11-20T09:00:00Z");
  }

  @Test
  void the_same_key_opens_one() {
    var desk = officer.with("Idempotency-Key", "list-1");

    var first = desk.post("/incidents", LIST);

    assertThat(desk.post("/incidents", LIST).json()).isEqualTo(first.json());
  }

  @Test
  void it_is_notified_told_and_closed_and_every_version_stays() {
    var said = opened(LIST);
    var path = path(said);
    var known = LIST.replace("'people':40", "'people':52");

    var changed = officer.match(said.header("ETag")).put(path, known);
    var notified = officer.match(changed.header("ETag")).post(path + "/notification", TOLD);
    var told =
        officer
            .match(notified.header("ETag"))
            .post(path + "/telling", "{'at':'2026-11-19T08:00:00Z','how':'by SMS'}");
    var closed =
        officer.match(told.header("ETag")).post(path + "/closing", "{'conclusion':'nothing came'}");

    assertThat(notified.at("/clock")).isEqualTo("STOPPED");
    assertThat(closed.status()).as(closed.text()).isEqualTo(200);
    assertThat(closed.at("/telling")).isEqualTo("by SMS");
    assertThat(closed.json().at("/people").asInt()).isEqualTo(52);
    assertThat(officer.get(path + "/versions").json().at("/items").findValuesAsText("people"))
        .containsExactly("52", "52", "52", "52", "40");
    assertThat(audit(path))
        .contains(
            "incident.opened",
            "incident.changed",
            "incident.notified",
            "incident.told",
            "incident.closed")
        .doesNotContain("meeting");
    assertThat(
            officer
                .match(closed.header("ETag"))
                .post(path + "/closing", "{'conclusion':'again'}")
                .status())
        .isEqualTo(409);
    assertThat(
            officer
                .get("/incidents?open=true&limit=500")
                .json()
                .at("/items")
                .findValuesAsText("number"))
        .doesNotContain(said.at("/number"));
  }

  @Test
  void a_number_in_the_words_is_refused_with_its_field() {
    var said = officer.post("/incidents", LIST.replace("at a meeting", "by +254 711 880 001"));

    assertThat(said.status()).isEqualTo(422);
    assertThat(said.at("/errors/0/field")).isEqualTo("/description");
  }

  @Test
  void nothing_was_done_in_the_future_or_before_the_discovery() {
    var said = opened(LIST);
    var desk = officer.match(said.header("ETag"));

    for (var wrong : new String[] {"2027-01-01", "2026-11-17"}) {
      var body = TOLD.replace("2026-11-19", wrong);
      assertThat(desk.post(path(said) + "/notification", body).status()).isEqualTo(422);
    }
    assertThat(officer.post("/incidents", LIST.replace("2026-11-18", "2027-01-01")).status())
        .isEqualTo(422);
  }

  @Test
  void twelve_hours_before_it_is_warned_of_and_once_it_is_overdue_each_time_once() {
    var path = path(opened(LIST.replace("2026-11-18", "2026-11-15")));
    var clock = new TestClock(Instant.parse("2026-11-17T20:59:59Z"));
    var meters = new SimpleMeterRegistry();
    var incidents = new PgIncidents(TOWN.database(), new PgAudit(TOWN.database()));
    var watch = new IncidentWatch(incidents, clock, meters);
    watch.round();
    assertThat(audit(path)).doesNotContain("incident.warned");

    clock.pass(Duration.ofSeconds(1));
    watch.round();
    watch.round();
    assertThat(meters.get("shiriki.incidents.near").gauge().value()).isEqualTo(1);
    assertThat(audit(path)).containsOnlyOnce("incident.warned").contains("NEAR");

    clock.pass(Duration.ofHours(12));
    watch.round();
    new IncidentWatch(incidents, clock, new SimpleMeterRegistry()).round();
    assertThat(meters.get("shiriki.incidents.near").gauge().value()).isZero();
    assertThat(meters.get("shiriki.incidents.overdue").gauge().value()).isEqualTo(1);
    assertThat(audit(path)).containsOnlyOnce("OVERDUE");
  }

  @Test
  void the_list_goes_from_the_newest_page_by_page() {
    opened(LIST);
    var newest = opened(LIST);

    var first = officer.get("/incidents?limit=1");
    var second = officer.get("/incidents?limit=500&cursor=" + first.at("/next"));

    assertThat(first.at("/items/0/number")).isEqualTo(newest.at("/number"));
    assertThat(second.json().at("/items").findValuesAsText("number"))
        .isNotEmpty()
        .doesNotContain(newest.at("/number"));
  }
}
