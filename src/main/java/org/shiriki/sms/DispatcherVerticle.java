package org.shiriki.sms;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.shiriki.sms.Message.Lane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The node's sender of SMS: one loop a lane, so that replies never wait for what is for many.
///
/// It belongs on a virtual thread. A notice wakes it, and a timer, because notices can be lost.
public final class DispatcherVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(DispatcherVerticle.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration TIDY = Duration.ofSeconds(3);
  private static final Duration COUNT = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Dispatches dispatches;
  private final Reports reports;
  private final InstantSource clock;
  private final SmsMeters meters;
  private final Dispatcher dispatcher;
  private final List<Loop> loops;

  public DispatcherVerticle(
      Vertx vertx,
      Dispatches dispatches,
      Reports reports,
      Carrier carrier,
      SmsLimits limits,
      InstantSource clock,
      MeterRegistry registry) {
    var rest = new Rest(RandomGenerator.getDefault());
    this.dispatches = dispatches;
    this.reports = reports;
    this.clock = clock;
    this.meters = new SmsMeters(registry, rest);
    this.dispatcher = new Dispatcher(vertx, dispatches, carrier, limits, rest, clock, meters);
    this.loops = Arrays.stream(Lane.values()).map(lane -> new Loop(() -> drain(lane))).toList();
  }

  @Override
  public Future<?> start() {
    var tidying = new Loop(this::tidy);
    var counting = new Loop(() -> meters.waiting(dispatches.waiting(clock.instant())));
    vertx.setPeriodic(0, LOOK.toMillis(), _ -> wake());
    vertx.setPeriodic(TIDY.toMillis(), _ -> tidying.wake());
    vertx.setPeriodic(0, COUNT.toMillis(), _ -> counting.wake());
    return Future.succeededFuture();
  }

  /// Takes nothing new; what is on its way is settled first, as long as it takes no longer than the
  /// patience of whoever stops the gateway.
  @Override
  public Future<?> stop() {
    return Future.join(loops.stream().map(Loop::end).toList())
        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .otherwiseEmpty();
  }

  /// Looks at once whether anything is due; may be called from anywhere.
  public void wake() {
    loops.forEach(Loop::wake);
  }

  private void tidy() {
    dispatches.abandon(clock.instant());
    reports.match(clock.instant());
  }

  /// What is left when the loop is to end waits for the next start, or for another node.
  private boolean drain(Lane lane) {
    return dispatcher.round(lane);
  }

  /// Work that is done again as long as somebody asks for it, once at a time.
  private final class Loop {
    private interface Work {
      boolean more();
    }

    private final Work work;
    private final Promise<Void> ended = Promise.promise();
    private boolean wanted;
    private boolean running;
    private boolean ending;

    Loop(Work work) {
      this.work = work;
    }

    Loop(Runnable work) {
      this.work =
          () -> {
            work.run();
            return false;
          };
    }

    void wake() {
      synchronized (this) {
        if (ending) {
          return;
        }
        wanted = true;
        if (running) {
          return;
        }
        running = true;
      }
      context.runOnContext(_ -> run());
    }

    Future<Void> end() {
      synchronized (this) {
        ending = true;
        wanted = false;
        if (!running) {
          ended.tryComplete();
        }
      }
      return ended.future();
    }

    private void run() {
      while (next()) {
        try {
          if (work.more()) {
            wake();
          }
        } catch (Exception failure) {
          LOG.atWarn().setCause(failure).log("Messages could not be sent; trying again");
        }
      }
    }

    private synchronized boolean next() {
      running = wanted;
      wanted = false;
      if (ending) {
        running = false;
        ended.tryComplete();
      }
      return running;
    }
  }
}
