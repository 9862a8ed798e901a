package org.shiriki;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.shiriki.dialogue.ScreenJson;
import org.shiriki.job.Job;
import org.shiriki.job.JobApi;
import org.shiriki.job.PgRuns;
import org.shiriki.job.Recorder;
import org.shiriki.job.Runs;
import org.shiriki.pg.Schedule;
import org.shiriki.staff.PgAudit;
import org.shiriki.upkeep.PgRetention;
import org.shiriki.upkeep.PgRotation;
import org.shiriki.upkeep.Rule;
import org.shiriki.ussd.PgDrops;
import org.shiriki.ussd.PgSessions;
import org.shiriki.ussd.Reminders;

/// What is done beside the traffic: the jobs, each by one node at a time, and what every node does
/// for itself.
final class Jobs implements AutoCloseable {
  private static final Duration BROADCASTS = ofSeconds(1);
  private static final Duration ROTATION = ofMinutes(30);
  private static final Duration WATCH = ofMinutes(1);

  private final Ground ground;
  private final Features features;
  private final List<Job> all;
  private final Runs runs;
  private final Schedule schedule;
  private final Deque<Long> timers = new ArrayDeque<>();

  Jobs(Ground ground, Features features, PgSessions sessions) {
    this.ground = ground;
    this.features = features;
    this.all = all(ground, features, sessions);
    this.runs = new PgRuns(ground.database(), new PgAudit(ground.database()));
    var recorder = new Recorder(runs, ground.clock(), ground.meters());
    this.schedule =
        Schedule.open(
            ground.databaseUrl(), ground.clock(), all.stream().map(recorder::entry).toList());
  }

  /// Every job of the house; a new one is a line here.
  private static List<Job> all(Ground ground, Features features, PgSessions sessions) {
    var deliveries = Callouts.deliveries(ground);
    return List.of(
        Job.every(
            ofMinutes(1),
            "closing",
            "Seals polls that are over, and shuffles the ballots of open ones.",
            features.closing()::round),
        Job.every(
            ofMinutes(1),
            "escalation",
            "Brings concerns that nobody answered in time one level up, and tells who reported them.",
            features.escalation()::round),
        Job.every(
            ofMinutes(5),
            "traffic",
            "Adds up sessions that are over: how many, and on which screen they ended.",
            features.care().traffic(new ScreenJson(features.screens()))::round),
        Job.every(
            ofMinutes(10),
            "costs",
            "Adds up what messages have cost.",
            features.care().costs()::round),
        Job.daily(
            LocalTime.of(7, 0),
            "reviews",
            "Looks for topics and help lines to be reviewed, and tells staff.",
            features.care().reviews()::round),
        Job.every(
            ofMinutes(30),
            "reports",
            "Once a month, adds up the month that is over, and any that was missed.",
            features.care().months()::round),
        Job.every(
            ofMinutes(30),
            "visits",
            "Forgets visits of staff that are over, old wrong passwords, and old answers of the API.",
            () -> Staff.sweep(ground)),
        Job.every(
            ofSeconds(15),
            "reminders",
            "Tells people by SMS of what they left unfinished on the phone.",
            reminders(ground, features)::round),
        Job.every(
            ofMinutes(30),
            "retention",
            "Once a day, removes what is older than its rule allows.",
            retention(ground)::daily),
        Job.every(
            ofMinutes(30),
            "turns",
            "Removes turns that nobody resumes any more.",
            () -> sessions.sweep(before(ground, ground.settings().ussd().limits().keep()))),
        Job.every(
            ofMinutes(10),
            "webhooks",
            "Gives up what webhooks could not be told for a day.",
            () -> deliveries.tidy(ground.clock().instant())),
        Job.every(
            ofMinutes(1),
            "private-turns",
            "Removes sessions in which something private was said, once they are over.",
            () ->
                sessions.sweepBrief(before(ground, ground.settings().ussd().limits().session()))));
  }

  private static Reminders reminders(Ground ground, Features features) {
    var ussd = ground.settings().ussd();
    return new Reminders(
        new PgDrops(ground.database(), ground.vault(), new ScreenJson(features.screens())),
        features.unfinished(),
        ussd.code().code(),
        ussd.limits(),
        ground.clock());
  }

  private static Instant before(Ground ground, Duration age) {
    return ground.clock().instant().minus(age);
  }

  private static PgRetention retention(Ground ground) {
    return new PgRetention(
        ground.database(),
        new PgAudit(ground.database()),
        Rule.read(ground.settings().config()),
        Registry.KEEPSAKES,
        ground.clock());
  }

  /// Their face for staff.
  JobApi api() {
    return new JobApi(runs, all, schedule::wake);
  }

  /// Begins.
  void start() {
    schedule.start();
    broadcast();
    rotate();
    watch();
  }

  /// Every node shows in its own metrics what the law's clocks say; the audit is told once.
  private void watch() {
    var requests = features.care().requests();
    var incidents = features.care().incidents();
    var notices = features.care().notices();
    timers.push(
        ground
            .vertx()
            .setPeriodic(0, WATCH.toMillis(), _ -> Aside.begin("notices", notices::round)));
    timers.push(
        ground
            .vertx()
            .setPeriodic(0, WATCH.toMillis(), _ -> Aside.begin("requests", requests::round)));
    timers.push(
        ground
            .vertx()
            .setPeriodic(0, WATCH.toMillis(), _ -> Aside.begin("incidents", incidents::round)));
  }

  /// Every node looks each second and takes what it can get, so that a click is seen to work at
  /// once; the schedule looks less often, and keeps a record of each time.
  private void broadcast() {
    var rounds = features.rounds();
    var busy = new AtomicBoolean();
    timers.push(
        ground
            .vertx()
            .setPeriodic(
                0,
                BROADCASTS.toMillis(),
                _ -> {
                  if (busy.compareAndSet(false, true)) {
                    Aside.begin("broadcasts", () -> round(rounds::round, busy));
                  }
                }));
  }

  private static void round(Runnable work, AtomicBoolean busy) {
    try {
      work.run();
    } finally {
      busy.set(false);
    }
  }

  /// Which key is the newest is known to each node by itself, so each seals anew with its own.
  private void rotate() {
    if (ground.vault().rotating()) {
      var rotation = new PgRotation(ground.database(), ground.vault(), Registry.SEALED);
      timers.push(
          ground
              .vertx()
              .setPeriodic(
                  ofMillis(1).toMillis(),
                  ROTATION.toMillis(),
                  _ -> Aside.begin("rotation", rotation::pass)));
    }
  }

  @Override
  public void close() {
    timers.forEach(timer -> ground.vertx().cancelTimer(timer));
    schedule.close();
  }
}
