package org.shiriki.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.Crowd;
import org.shiriki.TestClock;
import org.shiriki.notice.Notice.Kind;
import org.shiriki.notice.Noticeboard.Place;
import org.shiriki.notice.Noticeboard.Search;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.Scope;

/// What is due is told of once, and stands until it was looked at.
class PgNoticeboardIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final Sql EMPTY =
      new Sql("test.empty", "truncate notice, help_line, topic, topic_version");
  private static final Sql TOPIC =
      new Sql(
          "test.topic",
          """
          with kept as (insert into topic (id, position) values ($1, 1))
          insert into topic_version (topic, number, keyword_sw, keyword_en, title_sw, title_en,
            confidence, sensitive, never_sms, review_by, verify, sources, pages_sw, pages_en,
            author, at)
          values ($1, 1, '', '', '', '', 'HIGH', false, false, $2, '', '{}', '{}', '{}', 'house',
            now())
          """);
  private static final Sql SHOW =
      new Sql("test.show", "update topic set shown = $2::bigint where id = $1");
  private static final Sql REVIEW =
      new Sql("test.review", "update topic_version set review_by = $2 where topic = $1");
  private static final Sql HELP_LINE =
      new Sql(
          "test.help_line",
          """
          insert into help_line (id, position, name_sw, name_en, what_sw, what_en, numbers,
            hours_sw, hours_en, free, confidence, last_tested)
          values ($1, 1, '', '', '', '', '{116}', '', '', true, 'HIGH', $2)
          """);
  private static final Sql TRIED =
      new Sql("test.tried", "update help_line set last_tested = $2 where id = $1");

  private final TestClock clock = new TestClock(Instant.parse("2026-11-21T04:00:00Z"));
  private final Noticeboard board = new PgNoticeboard(TOWN.database());
  private final Reviews reviews = new Reviews(board, clock);

  @BeforeEach
  void empty() {
    TOWN.database().run(EMPTY);
  }

  private static void topic(String id, LocalDate reviewBy) {
    TOWN.database().run(TOPIC, id, reviewBy);
    TOWN.database().run(SHOW, id, 1L);
  }

  private List<String> told() {
    return board.page(everything(null), Place.FIRST, 100).stream()
        .map(notice ->
            "%s %s %s%s"
                .formatted(
                    notice.subject(),
                    notice.due(),
                    notice.open() ? "open" : "done",
                    notice.settledAt() == null ? "" : " settled"))
        .toList();
  }

  private static Search everything(@Nullable Boolean open) {
    return new Search(
        Map.of(Kind.TOPIC, Scope.everything(), Kind.HELP_LINE, Scope.everything()), open);
  }

  @Test
  void what_is_due_within_two_weeks_or_past_is_told_of() {
    topic("later", TODAY.plusDays(15));
    topic("soon", TODAY.plusDays(14));
    topic("past", TODAY.minusDays(100));
    TOWN.database().run(HELP_LINE, "never", null);
    TOWN.database().run(HELP_LINE, "fresh", TODAY.minusDays(75));
    TOWN.database().run(HELP_LINE, "old", TODAY.minusDays(91));

    reviews.round();

    assertThat(told())
        .containsExactly(
            "never null open",
            "past 2026-08-13 open",
            "old 2026-11-20 open",
            "soon 2026-12-05 open");
    assertThat(board.open()).isEqualTo(Map.of(Kind.TOPIC, 2L, Kind.HELP_LINE, 2L));
  }

  @Test
  void the_day_is_that_of_nairobi() {
    topic("soon", TODAY.plusDays(15));
    clock.pass(Duration.ofHours(16).plusMinutes(59));
    reviews.round();
    assertThat(told()).isEmpty();

    clock.pass(Duration.ofMinutes(1));
    reviews.round();

    assertThat(told()).containsExactly("soon 2026-12-06 open");
  }

  @Test
  void it_is_told_of_once_however_many_nodes_look_and_however_often() throws Exception {
    Stream.of("a", "b", "c", "d", "e").forEach(id -> topic(id, TODAY));
    Callable<Integer> look = () -> board.look(TODAY, clock.instant()).made();

    var made = Crowd.atOnce(List.of(look, look, look, look));
    reviews.round();

    assertThat(made.stream().mapToInt(Integer::intValue).sum()).isEqualTo(5);
    assertThat(told()).hasSize(5);
  }

  @Test
  void a_review_ends_it_at_once_and_the_next_look_settles_it() {
    topic("budget", TODAY);
    reviews.round();

    TOWN.database().run(REVIEW, "budget", TODAY.plusDays(90));

    assertThat(told()).containsExactly("budget 2026-11-21 done");
    assertThat(board.open()).isEmpty();
    reviews.round();
    assertThat(told()).containsExactly("budget 2026-11-21 done settled");
    clock.pass(Duration.ofDays(80));
    reviews.round();
    assertThat(told()).containsExactly("budget 2027-02-19 open", "budget 2026-11-21 done settled");
  }

  @Test
  void what_phones_no_longer_show_needs_no_review_until_they_do_again() {
    topic("budget", TODAY);
    reviews.round();

    TOWN.database().run(SHOW, "budget", null);
    reviews.round();

    assertThat(told()).containsExactly("budget 2026-11-21 done settled");
    TOWN.database().run(SHOW, "budget", 1L);
    reviews.round();
    assertThat(told()).containsExactly("budget 2026-11-21 open");
  }

  @Test
  void a_help_line_that_was_tried_is_done_for_ninety_days() {
    TOWN.database().run(HELP_LINE, "child", null);
    reviews.round();

    TOWN.database().run(TRIED, "child", TODAY);
    reviews.round();

    assertThat(told()).containsExactly("child null done settled");
    clock.pass(Duration.ofDays(76));
    reviews.round();
    assertThat(told()).containsExactly("child 2027-02-19 open", "child null done settled");
  }

  @Test
  void what_stands_can_be_counted_by_operators() {
    var meters = new SimpleMeterRegistry();
    var watch = new NoticeWatch(board, meters);
    topic("budget", TODAY);
    reviews.round();

    watch.round();

    assertThat(meters.get("shiriki.notices.open").tag("kind", "TOPIC").gauge().value()).isOne();
    assertThat(meters.get("shiriki.notices.open").tag("kind", "HELP_LINE").gauge().value())
        .isZero();
  }

  @Test
  void only_what_stands_or_only_what_does_not_is_shown_to_who_asks_for_that() {
    topic("budget", TODAY);
    topic("water", TODAY);
    reviews.round();
    TOWN.database().run(SHOW, "water", null);

    assertThat(board.page(everything(true), Place.FIRST, 9))
        .extracting(Notice::subject)
        .containsExactly("budget");
    assertThat(board.page(everything(false), Place.FIRST, 9))
        .extracting(Notice::subject)
        .containsExactly("water");
    assertThat(board.page(new Search(Map.of(), null), Place.FIRST, 9)).isEmpty();
  }
}
