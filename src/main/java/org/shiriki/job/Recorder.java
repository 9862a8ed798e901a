package org.shiriki.job;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import org.shiriki.pg.Schedule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps how jobs go while they run: in [Runs], in the log, and as `shiriki_job_seconds` by job and
/// result.
public record Recorder(Runs runs, InstantSource clock, MeterRegistry meters) {
  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
  private static final String DIED = "its node died";

  /// A job as the schedule takes it.
  public Schedule.Entry entry(Job job) {
    return new Schedule.Entry(
        job.name(),
        job.rhythm(),
        () -> run(job),
        () -> runs.failed(job.name(), clock.instant(), Duration.ZERO, DIED));
  }

  private void run(Job job) {
    runs.started(job.name(), clock.instant());
    var begun = System.nanoTime();
    var done = false;
    try {
      job.round().run();
      done = true;
    } catch (RuntimeException failure) {
      LOG.atError().addKeyValue("job", job.name()).setCause(failure).log("A job failed");
      runs.failed(job.name(), clock.instant(), since(begun), Cause.of(failure));
      throw failure;
    } finally {
      timer(job, done).record(since(begun));
    }
    runs.succeeded(job.name(), clock.instant(), since(begun));
  }

  private Timer timer(Job job, boolean done) {
    return Timer.builder("shiriki.job")
        .description("Time that runs of jobs take")
        .tag("job", job.name())
        .tag("result", done ? "done" : "failed")
        .register(meters);
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
