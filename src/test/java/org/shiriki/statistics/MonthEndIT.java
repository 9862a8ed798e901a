package org.shiriki.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.Crowd;
import org.shiriki.Town;
import org.shiriki.office.DirectoryFile;
import org.shiriki.office.PgDirectory;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;

/// Months of Nairobi are added up once each when they are over.
class MonthEndIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final Instant MIDNIGHT = Instant.parse("2026-10-31T21:00:00Z");
  private static final Sql EMPTY =
      new Sql(
          "test.empty",
          """
          truncate month_report, month_report_line, concern, session_day, screen_day, sms_month,
            ussd_turn, poll, broadcast, citizen, alert_topic cascade
          """);
  private static final Sql COUNTED =
      new Sql("test.counted", "update counted set at = $1, id = '' where what = 'sms'");
  private static final Sql SESSION =
      new Sql(
          "test.session",
          "insert into ussd_turn values ('one', 0, 'citizen', $1, false, '', false)");
  private static final Sql SESSION_COUNTED =
      new Sql("test.counted", "update counted set at = $1, id = 'one' where what = 'sessions'");
  private static final Sql CONCERN =
      new Sql(
          "test.concern",
          """
          insert into concern (reference, draft, category, ward, county, office, text, status,
            events, filed_at, acknowledge_by, answer_by, escalate_by, acknowledged_at, answered_at,
            answered_by)
          values ($1, $1, 'water', '0079', '003', 'malindi-water', '', $2, 1, $3,
            $3::timestamptz + interval '2 days', $3::timestamptz + interval '14 days',
            $3::timestamptz + interval '21 days', $4::timestamptz, $4::timestamptz, case when $4::timestamptz is not null
            then 'malindi-water' end)
          """);
  private static final Sql EVENT =
      new Sql(
          "test.event",
          "insert into concern_event (reference, number, status, at) values ($1, $2, $3, $4)");
  private static final Sql DAYS =
      new Sql(
          "test.days",
          """
          insert into session_day values ('2026-10-01', 30, 90, 4), ('2026-10-31', 12, 20, 2),
            ('2026-11-01', 99, 99, 99)
          """);
  private static final Sql SCREEN =
      new Sql(
          "test.screen",
          """
          insert into screen_day values ('2026-10-01', 'poll.Ask', 30, 9, 4),
            ('2026-10-31', 'poll.Ask', 1, 0, 1), ('2026-09-30', 'poll.Ask', 99, 99, 99)
          """);
  private static final Sql SMS =
      new Sql(
          "test.sms",
          """
          insert into sms_month values ('2026-10-01', 'ALERT', 'airtel', 12, 24, 19.2000, 0),
            ('2026-10-01', 'ALERT', '', 1, 2, 0.8500, 1), ('2026-11-01', 'ALERT', '', 9, 9, 9, 9)
          """);
  private static final Sql POLL =
      new Sql(
          "test.poll",
          """
          insert into poll (id, title_sw, title_en, audience, languages, opens_at, closes_at,
            sponsor, conductor, election_related, questions, stage)
          select name, '', '', 'everyone', '{sw}', closes - interval '1 day', closes, '', '', false,
            '[]', stage
          from (values ('one', '2026-10-09T00:00Z'::timestamptz, 'SCHEDULED'),
            ('draft', '2026-10-09T00:00Z', 'DRAFT'), ('next', '2026-10-31T21:00Z', 'SCHEDULED'))
            as seed (name, closes, stage)
          """);
  private static final Sql BROADCAST =
      new Sql(
          "test.broadcast",
          """
          insert into broadcast (author, purpose, text_sw, text_en, audience, speaker, reason,
            starts_at, sound, queued_at, people)
          values ('a', 'ALERT', '', '', '{}', '', '', now(), true, '2026-10-05T00:00Z', 400),
            ('a', 'ALERT', '', '', '{}', '', '', now(), true, '2026-10-06T00:00Z', 100),
            ('a', 'ALERT', '', '', '{}', '', '', now(), true, null, 0)
          """);
  private static final Sql SUBSCRIBER =
      new Sql(
          "test.subscriber",
          """
          with topic as (insert into alert_topic values ('water', 1, '', '', '', '') returning id),
            people as (insert into citizen (citizen_key, language) values ('a', 'sw'), ('b', 'sw')
              returning citizen_key)
          select id, citizen_key from topic, people
          """);
  private static final Sql SUBSCRIPTION =
      new Sql(
          "test.subscription",
          """
          insert into subscription (citizen_key, topic, place)
          values ('a', 'water', '*'), ('a', 'water', '003'), ('b', 'water', '003')
          """);
  private final MonthReports reports = new PgMonthReports(TOWN.database());

  @BeforeAll
  static void seed() {
    new PgDirectory(TOWN.database()).seed(DirectoryFile.read(Path.of("config"), Town.PLACES));
  }

  @BeforeEach
  void empty() {
    TOWN.database().run(EMPTY);
    counted(Instant.parse("2027-01-01T00:00:00Z"));
    TOWN.database().run(SESSION_COUNTED, Instant.EPOCH.atOffset(ZoneOffset.UTC));
  }

  private static void counted(Instant until) {
    TOWN.database().run(COUNTED, until.atOffset(ZoneOffset.UTC));
  }

  private static String concern(String filed, String status, String answered) {
    var reference = UUID.randomUUID().toString();
    var answeredAt = answered.isEmpty() ? null : Instant.parse(answered).atOffset(ZoneOffset.UTC);
    TOWN.database()
        .run(CONCERN, reference, status, Instant.parse(filed).atOffset(ZoneOffset.UTC), answeredAt);
    if (answeredAt != null) {
      TOWN.database().run(EVENT, reference, 2, status, answeredAt);
    }
    return reference;
  }

  private void round(Instant now) {
    new MonthEnd(reports, () -> now).round();
  }

  private List<YearMonth> kept() {
    return reports.list(YearMonth.of(9999, 1), 100).stream().map(MonthReport::month).toList();
  }

  private List<String> lines(YearMonth month) {
    return reports.lines(month).orElseThrow().stream()
        .map(line ->
            "%s %s %s %s %s"
                .formatted(
                    line.section(),
                    line.county(),
                    line.subject(),
                    line.measure(),
                    line.amount().toPlainString()))
        .toList();
  }

  @Test
  void a_month_is_over_at_midnight_in_nairobi() {
    concern("2026-10-05T06:00:00Z", "RECEIVED", "");

    round(MIDNIGHT.minusSeconds(1));
    assertThat(kept()).isEmpty();
    round(MIDNIGHT);

    assertThat(kept()).containsExactly(OCTOBER);
  }

  @Test
  void what_happens_before_that_midnight_is_of_the_month_and_what_comes_after_is_of_the_next() {
    concern("2026-09-30T21:00:00Z", "RECEIVED", "");
    concern("2026-10-31T20:59:59Z", "RECEIVED", "");
    concern("2026-10-31T21:00:00Z", "RECEIVED", "");

    round(Instant.parse("2026-12-01T00:00:00Z"));

    assertThat(kept()).containsExactly(YearMonth.of(2026, 11), OCTOBER);
    assertThat(lines(OCTOBER)).contains("CONCERNS 003 water filed 2");
    assertThat(lines(YearMonth.of(2026, 11))).contains("CONCERNS 003 water filed 1");
  }

  @Test
  void many_nodes_make_it_once() throws Exception {
    concern("2026-10-05T06:00:00Z", "RECEIVED", "");
    Callable<Boolean> node = () -> reports.make(OCTOBER, MIDNIGHT);

    var made = Crowd.atOnce(List.of(node, node, node, node));

    assertThat(made).containsExactlyInAnyOrder(true, false, false, false);
    assertThat(lines(OCTOBER)).contains("CONCERNS 003 water filed 1");
  }

  @Test
  void months_that_were_missed_are_made_and_those_that_are_kept_stay_as_they_were() {
    concern("2026-08-05T06:00:00Z", "RECEIVED", "");
    round(Instant.parse("2026-09-02T00:00:00Z"));
    var august = lines(YearMonth.of(2026, 8));
    concern("2026-08-06T06:00:00Z", "RECEIVED", "");

    round(MIDNIGHT.plusSeconds(7));

    assertThat(kept()).containsExactly(OCTOBER, YearMonth.of(2026, 9), YearMonth.of(2026, 8));
    assertThat(lines(YearMonth.of(2026, 8))).isEqualTo(august).isNotEmpty();
  }

  @Test
  void a_month_waits_until_its_messages_are_counted() {
    concern("2026-10-05T06:00:00Z", "RECEIVED", "");
    counted(MIDNIGHT.minusSeconds(1));

    round(MIDNIGHT.plusSeconds(60));
    assertThat(kept()).isEmpty();
    counted(MIDNIGHT);
    round(MIDNIGHT.plusSeconds(60));

    assertThat(kept()).containsExactly(OCTOBER);
  }

  @Test
  void a_month_waits_until_its_sessions_are_counted() {
    concern("2026-10-05T06:00:00Z", "RECEIVED", "");
    var last = MIDNIGHT.minusSeconds(1).atOffset(ZoneOffset.UTC);
    TOWN.database().run(SESSION, last);

    round(MIDNIGHT.plusSeconds(60));
    assertThat(kept()).isEmpty();
    TOWN.database().run(SESSION_COUNTED, last);
    round(MIDNIGHT.plusSeconds(60));

    assertThat(kept()).containsExactly(OCTOBER);
  }

  @Test
  void a_house_in_which_nothing_happened_has_nothing_to_report() {
    round(MIDNIGHT);

    assertThat(kept()).isEmpty();
    assertThat(reports.lines(OCTOBER)).isEmpty();
  }

  @Test
  void concerns_are_counted_by_what_happened_to_them_in_the_month() {
    concern("2026-10-01T06:00:00Z", "ANSWERED", "2026-10-05T06:00:00Z");
    concern("2026-10-02T06:00:00Z", "CLOSED", "2026-10-20T06:00:00Z");
    concern("2026-09-02T06:00:00Z", "FIXED", "2026-10-20T06:00:00Z");
    concern("2026-10-02T06:00:00Z", "FIXED", "2026-11-02T06:00:00Z");
    concern("2026-10-30T06:00:00Z", "RECEIVED", "");

    round(MIDNIGHT);

    assertThat(lines(OCTOBER).stream().filter(line -> !line.startsWith("POLLS")))
        .containsExactly(
            "ANSWERS  malindi-water answered 3",
            "ANSWERS  malindi-water becameLate 2",
            "ANSWERS  malindi-water inTime 1",
            "CONCERNS 003 water acknowledged 3",
            "CONCERNS 003 water answered 1",
            "CONCERNS 003 water closed 1",
            "CONCERNS 003 water filed 4",
            "CONCERNS 003 water fixed 1",
            "UNANSWERED 003 0-6 days concerns 1",
            "UNANSWERED 003 14-29 days concerns 1");
  }

  @Test
  void the_rest_is_what_others_have_added_up() {
    TOWN.database().run(DAYS);
    TOWN.database().run(SCREEN);
    TOWN.database().run(SMS);
    TOWN.database().run(POLL);
    TOWN.database().run(BROADCAST);
    TOWN.database().run(SUBSCRIBER);
    TOWN.database().run(SUBSCRIPTION);

    round(MIDNIGHT);

    assertThat(lines(OCTOBER))
        .containsExactly(
            "BROADCASTS  ALERT broadcasts 2",
            "BROADCASTS  ALERT people 500",
            "POLLS   held 1",
            "SCREENS  poll.Ask dropped 5",
            "SCREENS  poll.Ask ended 9",
            "SCREENS  poll.Ask seen 31",
            "SESSIONS   dropped 6",
            "SESSIONS   sessions 42",
            "SESSIONS   turns 110",
            "SMS  ALERT cost 20.05",
            "SMS  ALERT messages 13",
            "SMS  ALERT segments 26",
            "SMS  ALERT unpriced 1",
            "SUBSCRIBERS  water people 2");
  }
}
