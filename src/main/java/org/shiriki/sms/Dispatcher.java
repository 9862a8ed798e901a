package org.shiriki.sms;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiriki.sms.Carrier.Parcel;
import org.shiriki.sms.Dispatches.Settled;
import org.shiriki.sms.Message.Lane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Empties the outbox: takes what is due, hands it to the carrier, keeps what it says.
///
/// Each message is in one state at every line of this class. Killed before [Dispatches#begin] it is
/// queued still; killed after, it is UNKNOWN when its lease has run out, because the carrier may
/// have it.
final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  /// Longer than a request waits for its turn.
  private static final Duration CLAIMED = Duration.ofMinutes(1);

  /// Longer than a request and the writing down of its answer take together.
  private static final Duration SENDING = Duration.ofMinutes(3);

  private static final Duration NEXT_TRY = Duration.ofSeconds(1);
  private static final int MOST_TRIES = 60;
  private static final int PROMPT_AT_ONCE = 16;
  private static final int BULK_AT_ONCE = 4;
  private static final int PROMPT_CLAIM = 64;
  private static final int SECONDS_AHEAD = 5;

  private final Vertx vertx;
  private final Dispatches dispatches;
  private final Carrier carrier;
  private final SmsLimits limits;
  private final Pace pace;
  private final Rest rest;
  private final InstantSource clock;
  private final SmsMeters meters;

  Dispatcher(
      Vertx vertx,
      Dispatches dispatches,
      Carrier carrier,
      SmsLimits limits,
      Rest rest,
      InstantSource clock,
      SmsMeters meters) {
    this.vertx = vertx;
    this.dispatches = dispatches;
    this.carrier = carrier;
    this.limits = limits;
    this.pace = new Pace(vertx, limits.segmentsPerSecond());
    this.rest = rest;
    this.clock = clock;
    this.meters = meters;
  }

  /// Sends some of what is due in a lane, and returns when all of it is settled.
  ///
  /// @return whether there may be more
  boolean round(Lane lane) {
    var now = clock.instant();
    if (rest.resting(now)) {
      return false;
    }
    var most = rest.most(claim(lane));
    var claimed = dispatches.claim(lane, most, now, now.plus(CLAIMED));
    var batches =
        new ConcurrentLinkedQueue<>(
            Batches.of(awake(claimed, now), limits.recipientsPerRequest(), pace.most(lane)));
    var hands = Math.min(batches.size(), lane == Lane.BROADCAST ? BULK_AT_ONCE : PROMPT_AT_ONCE);
    Future.join(Stream.generate(() -> aside(batches)).limit(hands).toList()).await();
    return claimed.size() == most && !rest.resting(clock.instant());
  }

  /// No more than can leave well within the lease.
  private int claim(Lane lane) {
    var usual =
        lane == Lane.BROADCAST ? limits.recipientsPerRequest() * BULK_AT_ONCE : PROMPT_CLAIM;
    return Math.min(usual, limits.segmentsPerSecond() * SECONDS_AHEAD);
  }

  /// Without those for which it is night; they are put off until morning.
  private List<Dispatch> awake(List<Dispatch> claimed, Instant now) {
    var byHour =
        claimed.stream().collect(Collectors.groupingBy(dispatch -> dispatch.purpose().opens(now)));
    byHour.forEach((opens, asleep) -> {
      if (opens.isAfter(now)) {
        dispatches.putBack(asleep, opens);
      }
    });
    return claimed.stream()
        .filter(dispatch -> !dispatch.purpose().opens(now).isAfter(now))
        .toList();
  }

  private Future<Void> aside(Queue<List<Dispatch>> batches) {
    var done = Promise.<Void>promise();
    Thread.ofVirtual()
        .name("sms")
        .start(() -> {
          for (var batch = batches.poll(); batch != null; batch = batches.poll()) {
            attempt(batch);
          }
          done.complete();
        });
    return done.future();
  }

  /// One request that goes wrong does not hold the next one up.
  private void attempt(List<Dispatch> batch) {
    try {
      deliver(batch);
    } catch (Exception failure) {
      LOG.atWarn().setCause(failure).log("A request could not be begun or settled");
    }
  }

  private void deliver(List<Dispatch> batch) {
    var first = batch.getFirst();
    if (rest.resting(clock.instant())) {
      dispatches.putBack(batch, rest.until());
      return;
    }
    pace.admit(first.lane(), first.parts() * batch.size());
    var begun = begin(batch);
    if (!begun.isEmpty()) {
      var outcome = ask(first, begun);
      meters.request(outcome);
      settle(begun, narrowed(outcome, first));
    }
  }

  /// What could not be begun was not sent, whatever the database has made of it.
  private List<Dispatch> begin(List<Dispatch> batch) {
    var now = clock.instant();
    try {
      return dispatches.begin(batch, limits.terms(), now, now.plus(SENDING));
    } catch (Exception failure) {
      insist(() -> dispatches.putBack(batch, clock.instant().plus(NEXT_TRY)));
      throw failure;
    }
  }

  private Outcome ask(Dispatch first, List<Dispatch> begun) {
    try {
      return carrier.send(
          new Parcel(first.sender(), first.text(), begun.stream().map(Dispatch::phone).toList()));
    } catch (Exception failure) {
      LOG.atError().addKeyValue("failure", failure.getClass().getName()).log("A carrier failed");
      return new Outcome.Unknown("failure");
    }
  }

  /// A sender that one message brought along is that message's fault, and no reason to stop.
  private static Outcome narrowed(Outcome outcome, Dispatch first) {
    return outcome instanceof Outcome.Paused(var cause)
            && cause == Outcome.Cause.BAD_SENDER
            && !first.sender().isEmpty()
        ? new Outcome.Refused(Reason.SENDER, "sender")
        : outcome;
  }

  private void settle(List<Dispatch> begun, Outcome outcome) {
    var now = clock.instant();
    switch (outcome) {
      case Outcome.Answered answered -> answered(begun, answered, now);
      case Outcome.NotSent _ -> later(begun, now, Duration.ZERO);
      case Outcome.Throttled(var after) -> later(begun, now, after);
      case Outcome.Paused(var cause) -> {
        pause(now, cause);
        insist(() -> dispatches.putBack(begun, rest.until()));
      }
      case Outcome.Refused(var reason, var detail) ->
          keep(begun, _ -> new Verdict.Refused(reason, detail), now);
      case Outcome.Unknown(var why) -> {
        rest.after(now, Duration.ZERO);
        keep(begun, _ -> new Verdict.Unknown(why), now);
      }
    }
  }

  private void answered(List<Dispatch> begun, Outcome.Answered answered, Instant now) {
    var empty = answered.verdicts().values().stream().anyMatch(Dispatcher::wantsMoney);
    if (empty) {
      pause(now, Outcome.Cause.NO_BALANCE);
    } else {
      rest.fine();
    }
    meters.sent(begun.getFirst().lane(), begun.size());
    keep(
        begun,
        dispatch -> {
          var verdict = answered.verdicts().get(dispatch.phone());
          return verdict == null ? new Verdict.Unknown("left out") : verdict;
        },
        now);
  }

  private static boolean wantsMoney(Verdict verdict) {
    return verdict instanceof Verdict.RefusedForNow(var reason, _) && reason == Reason.NO_BALANCE;
  }

  private void pause(Instant now, Outcome.Cause cause) {
    if (!rest.paused()) {
      LOG.atError().addKeyValue("cause", cause).log("The carrier takes no SMS until it is mended");
    }
    rest.pause(now);
  }

  private void later(List<Dispatch> begun, Instant now, Duration after) {
    rest.after(now, after);
    insist(() -> dispatches.putBack(begun, rest.until()));
  }

  private interface Judge {
    Verdict of(Dispatch dispatch);
  }

  private void keep(List<Dispatch> begun, Judge judge, Instant now) {
    var settled =
        begun.stream().map(dispatch -> new Settled(dispatch, judge.of(dispatch))).toList();
    settled.forEach(one -> meters.verdict(one.verdict()));
    var again = rest.resting(now) ? rest.until() : now.plus(NEXT_TRY);
    insist(() -> dispatches.settle(settled, now, again));
  }

  /// What the carrier said is known here only: while the lease runs, it is written again and again.
  private void insist(Runnable write) {
    for (var attempt = 1; ; attempt++) {
      try {
        write.run();
        return;
      } catch (Exception failure) {
        if (attempt == MOST_TRIES) {
          throw failure;
        }
        LOG.atWarn().setCause(failure).log("What became of messages could not be kept; once more");
        vertx.timer(NEXT_TRY.toMillis()).await();
      }
    }
  }
}
