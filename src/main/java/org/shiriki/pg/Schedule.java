package org.shiriki.pg;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/// Work that one node at a time does for all, at its time: db-scheduler, on a table that all nodes
/// look at.
///
/// Whatever came due while nobody ran is done at the start. Who dies over its work leaves it to
/// another node within half a minute, so all work here must bear to be done again.
public final class Schedule implements AutoCloseable {
  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
  private static final int THREADS = 4;
  private static final int CONNECTIONS = 2;

  /// How soon something is begun that has come due.
  private static final Duration LOOK = Duration.ofSeconds(2);

  /// A node counts as dead when it missed so many signs of life.
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private static final int MISSED = 4;

  /// How long a stop waits before it breaks work off, and again until it gives that up.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration RETRY = Duration.ofSeconds(30);
  private static final Duration LONGEST_RETRY = Duration.ofHours(1);

  private final HikariDataSource connections;
  private final Scheduler scheduler;

  private Schedule(HikariDataSource connections, Scheduler scheduler) {
    this.connections = connections;
    this.scheduler = scheduler;
  }

  /// Work, and when.
  ///
  /// @param name its own for ever; its turns are known by it
  /// @param work runs on a thread that may wait; a failure is tried again, less and less often
  /// @param died is told when the node that did the work has died over it
  public record Entry(String name, Rhythm rhythm, Runnable work, Runnable died) {}

  /// A schedule that has not begun.
  public static Schedule open(DatabaseUrl url, InstantSource clock, List<Entry> entries) {
    var connections = new HikariDataSource(pooling(url));
    var scheduler =
        new Looking(connections, clock)
            .startTasks(entries.stream().map(entry -> task(entry, clock)).toList())
            .clock(clock::instant)
            .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
            .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
            .threads(THREADS)
            .pollUsingLockAndFetch(0.5, 1)
            .executorService(
                Executors.newFixedThreadPool(THREADS, Thread.ofVirtual().name("job").factory()))
            .dueExecutor(
                Executors.newSingleThreadExecutor(Thread.ofVirtual().name("jobs due").factory()))
            .housekeeperExecutor(
                Executors.newScheduledThreadPool(
                    1, Thread.ofVirtual().name("jobs alive").factory()))
            .pollingInterval(LOOK)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED)
            .shutdownMaxWait(PATIENCE)
            .failureLogging(LogLevel.OFF, false)
            .build();
    return new Schedule(connections, scheduler);
  }

  /// It decides by the clock that it is given, and waits by the machine's: a test's clock may
  /// stand.
  private static final class Looking extends SchedulerBuilder {
    Looking(DataSource connections, InstantSource clock) {
      super(connections, List.of());
      clock(clock::instant);
    }

    @Override
    protected Waiter buildWaiter() {
      return new Waiter(LOOK);
    }
  }

  private static HikariConfig pooling(DatabaseUrl url) {
    var config = new HikariConfig();
    config.setPoolName("schedule");
    config.setJdbcUrl(url.jdbc() + "&ApplicationName=shiriki-schedule");
    config.setUsername(url.user());
    config.setPassword(url.password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(3_000);
    config.setInitializationFailTimeout(-1);
    return config;
  }

  private static RecurringTask<Void> task(Entry entry, InstantSource clock) {
    return Tasks.recurring(entry.name(), rhythm(entry.rhythm()))
        .onFailure(again(entry.rhythm()))
        .onDeadExecution((dead, operations) -> {
          entry.died().run();
          operations.reschedule(dead, clock.instant());
        })
        .execute((_, _) -> entry.work().run());
  }

  private static com.github.kagkarlsson.scheduler.task.schedule.Schedule rhythm(Rhythm rhythm) {
    return switch (rhythm) {
      case Rhythm.Every(var pause) -> FixedDelay.of(pause);
      case Rhythm.Daily(var at) -> Schedules.daily(NAIROBI, at);
    };
  }

  private static FailureHandler<Void> again(Rhythm rhythm) {
    return (failed, operations) -> {
      var failures = failed.getExecution().consecutiveFailures;
      operations.reschedule(failed, failed.getTimeDone().plus(pause(rhythm, failures)));
    };
  }

  /// How long a failure waits to be tried again: twice as long each time, and never longer than
  /// until it would be due anyway.
  static Duration pause(Rhythm rhythm, int failures) {
    var pause = RETRY.multipliedBy(1L << Math.min(failures, 10));
    var longest =
        switch (rhythm) {
          case Rhythm.Every(var every) -> every;
          case Rhythm.Daily _ -> LONGEST_RETRY;
        };
    return pause.compareTo(longest) < 0 ? pause : longest;
  }

  /// Begins: all that is due is done.
  public void start() {
    scheduler.start();
  }

  /// Looks at once whether anything is due.
  public void wake() {
    scheduler.triggerCheckForDueExecutions();
  }

  /// Begins nothing more and lets what runs come to its end, which is broken off if it is far.
  @Override
  public void close() {
    scheduler.stop();
    connections.close();
  }
}
