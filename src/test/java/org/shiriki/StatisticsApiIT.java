package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.dialogue.ScreenJson;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Vault;
import org.shiriki.sms.PgCosts;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Role;
import org.shiriki.ussd.PgTraffic;
import org.shiriki.ussd.UssdLimits;

/// Sessions and messages are added up once each, whoever counts and whatever goes meanwhile.
class StatisticsApiIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Keys KEYS = Keys.generate();
  private static final Random RANDOM = new Random(5);
  private static final Instant NOON = TestGateway.noon();
  private static final UssdLimits LIMITS =
      new UssdLimits(
          Duration.ofMinutes(10),
          Duration.ofMinutes(3),
          Duration.ofMinutes(10),
          Duration.ofSeconds(6),
          Duration.ofDays(1));
  private static final List<Sql> EMPTY =
      List.of(
          new Sql("test.empty", "truncate ussd_turn, session_day, screen_day, sms_month"),
          new Sql("test.empty", "delete from outbox"),
          new Sql("test.empty", "truncate sms_month"),
          new Sql("test.empty", "update counted set at = 'epoch', id = ''"));
  private static final Sql MESSAGE =
      new Sql(
          "test.message",
          """
          insert into outbox (citizen_key, once, lane, text, queued_at, begun_at, state, purpose,
            segments, cost)
          values ($1, $2, 'REPLY', 'Habari', $3, $3, $4, 'SERVICE', 2, $5)
          """);
  private static final Sql NETWORK =
      new Sql(
          "test.network",
          """
          insert into citizen (citizen_key, language, operator) values ('known', 'sw', 'airtel')
          on conflict do nothing
          """);
  private static final Sql GO =
      new Sql("test.go", "delete from outbox where citizen_key = 'unknown'");

  private static final TestClock CLOCK = new TestClock(NOON);
  private static TestGateway gateway;
  private static Desk director;
  private static Desk partner;

  @BeforeAll
  static void open() {
    gateway = TestGateway.on(TOWN.url(), CLOCK, Map.of("SHIRIKI_KEYS", KEYS.text()));
    director = Desk.director(gateway);
    partner = director.colleague(TOWN.database(), "partner", Grant.everywhere(Role.PARTNER));
  }

  @AfterAll
  static void close() {
    gateway.close();
  }

  @BeforeEach
  void empty() {
    EMPTY.forEach(sql -> TOWN.database().run(sql));
  }

  private static PgTraffic traffic(Duration later) {
    var json = new ScreenJson(new TestHouse().everyRoom());
    InstantSource then = () -> NOON.plus(later);
    return new PgTraffic(TOWN.database(), new Vault(KEYS), json, LIMITS, then);
  }

  private static void calls(String... answers) {
    var phone = gateway.phone("+2547%08d".formatted(RANDOM.nextInt(100_000_000)));
    phone.dial();
    for (var answer : answers) {
      phone.say(answer);
    }
    Watch.until(
        () ->
            TOWN.database()
                .list(new Sql("test.turns", "select 1 from ussd_turn"), row -> row)
                .size(),
        turns -> turns >= answers.length + 1);
  }

  private static JsonNode screens() {
    return director
        .get("/statistics/screens?from=2026-11-21&until=2026-11-21&limit=500")
        .json()
        .at("/items");
  }

  private static String line(JsonNode rows, String screen) {
    for (var row : rows) {
      if (row.at("/screen").asText().equals(screen)) {
        return "%s %s %s".formatted(row.at("/seen"), row.at("/ended"), row.at("/dropped"));
      }
    }
    return "none";
  }

  private static JsonNode sessions() {
    return director
        .get("/statistics/sessions?from=2026-11-21&until=2026-11-21")
        .json()
        .at("/items/0");
  }

  @Test
  void a_session_is_counted_where_its_line_was_gone_or_where_it_was_ended() {
    calls("2", "1");
    calls("2", "1", "99");
    calls("2");

    traffic(Duration.ofMinutes(11)).round();

    var rows = screens();
    assertThat(line(rows, "citizen.ChooseLanguage")).isEqualTo("3 0 0");
    assertThat(line(rows, "information.ChooseTopic")).isEqualTo("2 1 1");
    assertThat(line(rows, "dialogue.MainMenu")).isEqualTo("3 0 1");
    assertThat(sessions().toString())
        .isEqualTo("{\"day\":\"2026-11-21\",\"sessions\":3,\"turns\":9,\"dropped\":2}");
  }

  @Test
  void what_may_still_go_on_is_not_counted_yet_and_nothing_is_counted_twice()
      throws InterruptedException, ExecutionException {
    IntStream.range(0, 5).forEach(_ -> calls("2"));
    traffic(Duration.ofMinutes(9)).round();
    assertThat(screens()).isEmpty();
    Callable<Boolean> node =
        () -> {
          traffic(Duration.ofMinutes(11)).round();
          return true;
        };

    Crowd.atOnce(List.of(node, node, node, node));
    traffic(Duration.ofMinutes(12)).round();

    assertThat(sessions().at("/sessions").asInt()).isEqualTo(5);
    assertThat(line(screens(), "dialogue.MainMenu")).isEqualTo("5 0 5");
  }

  @Test
  void a_session_in_which_something_stayed_private_is_in_no_count() {
    calls("2");
    calls("2", "2", "13", "1");

    traffic(Duration.ofMinutes(11)).round();

    assertThat(sessions().at("/sessions").asInt()).isEqualTo(1);
    assertThat(screens().toString()).doesNotContain("safety");
  }

  @Test
  void a_partner_sees_no_count_below_ten() {
    IntStream.range(0, 9).forEach(_ -> calls("2"));
    calls("2", "1");
    traffic(Duration.ofMinutes(11)).round();

    var said = partner.get("/statistics/screens?from=2026-11-21&until=2026-11-21").json();

    var rows = said.at("/items");
    assertThat(line(rows, "dialogue.MainMenu")).isEqualTo("10  ");
    assertThat(line(rows, "information.ChooseTopic")).isEqualTo("  ");
    assertThat(line(screens(), "dialogue.MainMenu")).isEqualTo("10 0 9");
  }

  private static void sent(String who, String once, String state, String cost, Duration ago) {
    var at = NOON.minus(ago).atOffset(ZoneOffset.UTC);
    TOWN.database().run(MESSAGE, who, once, at, state, cost);
  }

  private static List<String> sms() {
    return director
        .get("/statistics/sms?from=2026-11-01&until=2026-11-30")
        .json()
        .at("/items")
        .valueStream()
        .map(row ->
            "%s %s %s %s %s %s"
                .formatted(
                    row.at("/month").asText(),
                    row.at("/network").asText(),
                    row.at("/messages"),
                    row.at("/segments"),
                    row.at("/cost"),
                    row.at("/unpriced")))
        .toList();
  }

  @Test
  void what_messages_cost_is_added_up_by_network_once_and_outlives_them() {
    TOWN.database().run(NETWORK);
    sent("known", "1", "DELIVERED", "KES 1.6000", Duration.ofHours(2));
    sent("known", "2", "FAILED", "KES 1.6000", Duration.ofHours(3));
    sent("known", "3", "UNKNOWN", "", Duration.ofHours(3));
    sent("known", "refused", "FAILED", "", Duration.ofHours(3));
    sent("unknown", "1", "ACCEPTED", "KES 0.8000", Duration.ofHours(2));
    sent("unknown", "late", "ACCEPTED", "KES 0.8000", Duration.ofMinutes(20));
    var costs = new PgCosts(TOWN.database(), CLOCK);

    costs.round();
    costs.round();

    assertThat(sms()).containsExactly("2026-11  1 2 0.8 0", "2026-11 airtel 3 6 3.2 2");
    TOWN.database().run(GO);
    assertThat(sms())
        .as("the one that was not counted yet is counted as it goes")
        .containsExactly("2026-11  2 4 1.6 0", "2026-11 airtel 3 6 3.2 2");
    new PgCosts(TOWN.database(), new TestClock(NOON.plus(Duration.ofHours(3)))).round();
    assertThat(sms()).contains("2026-11  2 4 1.6 0");
  }

  @Test
  void what_was_not_counted_for_days_is_counted_whole() {
    for (var day = 0; day < 9; day++) {
      sent("unknown", "day " + day, "DELIVERED", "KES 0.5000", Duration.ofDays(day).plusHours(2));
    }

    new PgCosts(TOWN.database(), CLOCK).round();

    assertThat(sms()).containsExactly("2026-11  9 18 4.5 0");
  }

  @Test
  void sums_come_as_lines_to_who_asks_for_those() {
    calls("2");
    traffic(Duration.ofMinutes(11)).round();

    var said =
        director
            .with("Accept", "text/csv")
            .get("/statistics/sessions?from=2026-11-21&until=2026-11-21");

    assertThat(said.text()).isEqualTo("day,sessions,turns,dropped\r\n2026-11-21,1,2,1\r\n");
  }
}
