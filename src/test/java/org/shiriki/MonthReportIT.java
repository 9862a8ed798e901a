package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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

/// What months came to, as staff, the board and partners read it.
class MonthReportIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Sql SMS =
      new Sql(
          "test.sms",
          """
          insert into sms_month values ('2026-09-01', 'ALERT', 'airtel', 12, 24, 19.2000, 0),
            ('2026-09-01', 'SERVICE', '', 9, 18, 7.2000, 0)
          """);
  private static final Sql LINES =
      new Sql(
          "test.lines",
          """
          insert into month_report_line values
            ('2026-09-01', 'CONCERNS', '003', 'water', 'filed', 12),
            ('2026-09-01', 'CONCERNS', '003', 'health', 'filed', 9)
          """);
  private static final Sql COUNT =
      new Sql("test.count", "update counted set at = '2026-09-30T21:00Z' where what = 'sms'");
  private static final Sql COUNTED =
      new Sql(
          "test.counted",
          "select at >= '2026-10-31T21:00Z' as enough from counted where what = 'sms'");
  private static final TestClock CLOCK = new TestClock(Instant.parse("2026-10-31T19:30:00Z"));
  private static TestGateway gateway;
  private static Desk director;

  @BeforeAll
  static void open() {
    TOWN.database().run(SMS);
    TOWN.database().run(COUNT);
    gateway = TestGateway.on(TOWN.url(), CLOCK, Map.of("SHIRIKI_API_CALLS_PER_MINUTE", "1000000"));
    director = Desk.director(gateway);
    Watch.until(() -> director.get("/statistics/reports").at("/items/0/month"), "2026-09"::equals);
    TOWN.database().run(LINES);
  }

  @AfterAll
  static void close() {
    gateway.close();
  }

  private static List<String> read(Desk desk) {
    return desk.get("/statistics/reports/2026-09")
        .json()
        .at("/items")
        .valueStream()
        .map(line ->
            "%s %s %s"
                .formatted(
                    line.at("/subject").asText(),
                    line.at("/measure").asText(),
                    line.at("/amount").asText()))
        .toList();
  }

  @Test
  void the_house_reads_every_sum() {
    assertThat(read(director))
        .contains(
            "water filed 12",
            "health filed 9",
            "ALERT cost 19.2",
            "SERVICE messages 9",
            "SERVICE cost 7.2",
            " held 0");
    assertThat(director.with("Accept", "text/csv").get("/statistics/reports/2026-09").text())
        .contains("section,county,subject,measure,amount", "CONCERNS,003,water,filed,12");
  }

  @Test
  void the_board_sees_no_count_of_few_and_not_what_few_cost() {
    var board = director.colleague(TOWN.database(), "board", Grant.everywhere(Role.BOARD));

    assertThat(read(board))
        .contains("water filed 12", "health filed ", "ALERT cost 19.2", "SERVICE messages ")
        .contains("SERVICE cost ", " held 0");
  }

  @Test
  void a_partner_is_told_of_no_concerns_of_others() {
    var partner = director.colleague(TOWN.database(), "partner", Grant.everywhere(Role.PARTNER));

    assertThat(read(partner))
        .contains("ALERT messages 12")
        .noneMatch(line -> line.contains("filed"));
  }

  @Test
  void the_next_month_is_made_when_it_is_over_and_counted() {
    CLOCK.pass(Duration.ofMinutes(160));
    Watch.until(
        () -> TOWN.database().first(COUNTED, row -> row.getBoolean("enough")).orElse(false),
        Boolean.TRUE::equals);
    CLOCK.pass(Duration.ofMinutes(31));

    Watch.until(
        () -> director.get("/statistics/reports?limit=1").at("/items/0/month"), "2026-10"::equals);

    var first = director.get("/statistics/reports?limit=1");
    var second = director.get("/statistics/reports?limit=1&cursor=" + first.at("/next"));
    assertThat(second.at("/items/0/month")).isEqualTo("2026-09");
    assertThat(second.json().has("next")).isFalse();
  }

  @Test
  void what_is_no_month_or_has_no_report_is_not_there() {
    assertThat(director.get("/statistics/reports/2026-13").status()).isEqualTo(404);
    assertThat(director.get("/statistics/reports/2031-01").status()).isEqualTo(404);
  }
}
