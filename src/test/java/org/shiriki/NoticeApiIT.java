package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Role;

/// What needs staff now, as the daily look finds it and the API shows it.
class NoticeApiIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Map<String, String> OFTEN =
      Map.of("SHIRIKI_API_CALLS_PER_MINUTE", "1000000");
  private static final Sql TOLD =
      new Sql("test.told", "select count(*)::int as told, min(made_at) as at from notice");
  private static final Sql LOOKED =
      new Sql(
          "test.looked",
          """
          select count(*)::int as told from scheduled_tasks
          where task_name = 'reviews' and execution_time = $1
          """);

  private static final TestClock CLOCK = new TestClock(Instant.parse("2026-11-21T03:59:00Z"));
  private static TestGateway gateway;
  private static Desk director;

  /// A node that stands still before seven, and one that starts when the time is long past.
  @BeforeAll
  static void open() {
    try (var _ = TestGateway.on(TOWN.url(), CLOCK, OFTEN)) {
      var seven = Instant.parse("2026-11-21T04:00:00Z").atOffset(java.time.ZoneOffset.UTC);
      Watch.until(() -> count(LOOKED, seven), due -> due == 1);
      assertThat(count(TOLD)).isZero();
    }
    CLOCK.pass(Duration.ofDays(2));
    gateway = TestGateway.on(TOWN.url(), CLOCK, OFTEN);
    director = Desk.director(gateway);
    Watch.until(() -> count(TOLD), told -> told > 0);
  }

  @AfterAll
  static void close() {
    gateway.close();
  }

  private static int count(Sql sql, Object... values) {
    return TOWN.database().first(sql, row -> row.getInteger("told"), values).orElseThrow();
  }

  @Test
  void a_look_that_was_missed_is_made_up_for() {
    assertThat(director.get("/notices").at("/items/0/madeAt"))
        .isEqualTo(CLOCK.instant().toString());
    assertThat(director.get("/jobs").text()).contains("\"reviews\"", "\"reports\"");
  }

  @Test
  void the_list_is_read_page_by_page() {
    var ids = new ArrayList<String>();
    var next = "";
    do {
      var page = director.get("/notices?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next));
      page.json().at("/items").forEach(item -> ids.add(item.at("/id").asText()));
      next = page.at("/next");
    } while (!next.isEmpty());

    assertThat(ids).hasSize(count(TOLD)).doesNotHaveDuplicates();
  }

  @Test
  void whoever_may_not_see_a_thing_sees_no_notice_of_it() {
    var officer =
        director.colleague(TOWN.database(), "dpo", Grant.everywhere(Role.DATA_PROTECTION_OFFICER));
    var ofKilifi =
        director.colleague(
            TOWN.database(), "kadzo", new Grant(Role.COUNTY_DESK, List.of("003"), List.of()));

    assertThat(officer.get("/notices").json().at("/items")).isEmpty();
    assertThat(ofKilifi.get("/notices").json().at("/items")).isNotEmpty();
    assertThat(Desk.stranger(gateway).get("/notices").status()).isEqualTo(401);
  }

  @Test
  void a_line_that_was_tried_is_off_the_list_at_once() {
    var first = director.get("/notices?kind=HELP_LINE&open=true");
    assertThat(first.at("/items/0/overdue")).isEqualTo("true");
    var line = "/help-lines/" + first.at("/items/0/subject");
    var version = director.get(line).header("ETag");

    var tried = director.match(version).post(line + "/tested", "{'day':'2026-11-20'}");

    assertThat(tried.status()).as(tried.text()).isEqualTo(200);
    assertThat(director.get("/notices?kind=HELP_LINE&open=true").at("/items/0/subject"))
        .isNotEqualTo(first.at("/items/0/subject"));
    assertThat(director.with("Accept", "text/csv").get("/notices?open=false").text())
        .contains(first.at("/items/0/subject"));
  }
}
