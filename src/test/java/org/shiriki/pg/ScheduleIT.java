package org.shiriki.pg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.TestClock;
import org.shiriki.Watch;
import org.shiriki.pg.Schedule.Entry;

class ScheduleIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Rhythm HOURLY = new Rhythm.Every(HOUR);
  private static final Sql EMPTY = new Sql("test", "truncate scheduled_tasks");
  private static final Sql NEXT =
      new Sql("test", "select execution_time from scheduled_tasks where task_name = $1");

  private final TestClock clock = new TestClock(Instant.parse("2026-11-21T09:00:00Z"));
  private final AtomicInteger done = new AtomicInteger();

  @BeforeEach
  void empty() {
    TOWN.database().run(EMPTY);
  }

  private Schedule node(Rhythm rhythm, Runnable work) {
    var entry = new Entry("count", rhythm, work, () -> {});
    return Schedule.open(TOWN.url(), clock, List.of(entry));
  }

  private static Instant next() {
    return TOWN.database()
        .first(NEXT, row -> row.getOffsetDateTime("execution_time").toInstant(), "count")
        .orElse(Instant.EPOCH);
  }

  /// All work that is due is over, and its next time is written.
  private void settled() {
    Watch.until(ScheduleIT::next, clock.instant()::isBefore);
  }

  @Test
  void two_nodes_do_once_what_is_due() {
    try (var one = node(HOURLY, done::incrementAndGet);
        var other = node(HOURLY, done::incrementAndGet)) {
      one.start();
      other.start();
      for (var turn = 1; turn <= 6; turn++) {
        settled();
        assertThat(done).hasValue(turn);
        clock.pass(HOUR);
        one.wake();
        other.wake();
      }
      settled();
    }

    assertThat(done).hasValue(7);
  }

  @Test
  void what_came_due_while_nobody_ran_is_made_up_once() {
    try (var first = node(HOURLY, done::incrementAndGet)) {
      first.start();
      settled();
    }
    clock.pass(Duration.ofDays(3));

    try (var second = node(HOURLY, done::incrementAndGet)) {
      second.start();
      settled();
    }

    assertThat(done).hasValue(2);
  }

  @Test
  void a_failure_is_tried_again_and_later_each_time() {
    try (var node =
        node(
            HOURLY,
            () -> {
              done.incrementAndGet();
              throw new IllegalStateException("no luck");
            })) {
      node.start();
      settled();
      var first = next();
      clock.pass(Duration.between(clock.instant(), first));
      node.wake();
      settled();

      assertThat(done).hasValue(2);
      assertThat(first).isEqualTo("2026-11-21T09:00:30Z");
      assertThat(next()).isEqualTo("2026-11-21T09:01:30Z");
    }
  }

  @Test
  void what_is_done_daily_waits_for_its_hour_in_kenya() {
    try (var node = node(new Rhythm.Daily(LocalTime.of(2, 0)), done::incrementAndGet)) {
      node.start();
      settled();
      var next = next();
      clock.pass(Duration.between(clock.instant(), next));
      node.wake();
      settled();

      assertThat(next).isEqualTo("2026-11-21T23:00:00Z");
      assertThat(next()).isEqualTo("2026-11-22T23:00:00Z");
      assertThat(done).hasValue(1);
    }
  }

  @Test
  void a_stop_breaks_off_what_does_not_come_to_an_end() throws Exception {
    var begun = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    var node =
        node(
            HOURLY,
            () -> {
              begun.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException _) {
                ended.countDown();
              }
            });
    node.start();
    begun.await();
    var started = System.nanoTime();

    node.close();

    assertThat(ended.getCount()).isZero();
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(6));
  }

  @Test
  void no_pause_after_a_failure_is_longer_than_the_rhythm() {
    var minutely = new Rhythm.Every(Duration.ofMinutes(1));
    var daily = new Rhythm.Daily(LocalTime.NOON);

    assertThat(Schedule.pause(minutely, 0)).isEqualTo(Duration.ofSeconds(30));
    assertThat(Schedule.pause(minutely, 5)).isEqualTo(Duration.ofMinutes(1));
    assertThat(Schedule.pause(daily, 3)).isEqualTo(Duration.ofMinutes(4));
    assertThat(Schedule.pause(daily, 1_000)).isEqualTo(HOUR);
  }
}
