package org.shiriki.ussd;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.shiriki.ussd.UssdMeters.Fate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door of key presses: one hop in, one answer out, always.
///
/// ```
/// hop ──> its session's lane ──> turn ──in time──> its answer
///                                  └───too late──> a truthful last word; the rest is told by SMS
/// ```
public final class UssdDoor {
  private static final Logger LOG = LoggerFactory.getLogger(UssdDoor.class);

  private final Vertx vertx;
  private final Turns turns;
  private final Sessions sessions;
  private final Duration limit;
  private final UssdMeters meters;
  private final Lanes lanes = new Lanes();

  /// The door.
  ///
  /// @param limit after how long a person gets a truthful last word instead of an answer
  public UssdDoor(Vertx vertx, Turns turns, Sessions sessions, Duration limit, UssdMeters meters) {
    this.vertx = vertx;
    this.turns = turns;
    this.sessions = sessions;
    this.limit = limit;
    this.meters = meters;
  }

  /// Answers a hop. Never throws: what goes wrong becomes a truthful last word, and a line in the
  /// log. To be called in a virtual-thread verticle.
  public Answer answer(Hop hop) {
    var patience = new Patience();
    var work = start(hop, patience);
    try {
      return work.timeout(limit.toMillis(), TimeUnit.MILLISECONDS).await();
    } catch (Exception failure) {
      if (!(failure instanceof TimeoutException)) {
        return failed(hop, patience, failure);
      }
      if (!patience.ranOut()) {
        return work.await();
      }
      LOG.atWarn().addKeyValue("session", hop.session().text()).log("A turn took too long");
      meters.turn("ussd", "late", patience.soFar());
      return LastWords.SLOW;
    }
  }

  /// The carrier says that a session is over; where the person had not come to an end, the line
  /// dropped.
  public void over(SessionId session) {
    if (sessions.over(session).filter(known -> known.answer().open()).isPresent()) {
      meters.session(Fate.DROPPED);
    }
  }

  private Future<Answer> start(Hop hop, Patience patience) {
    var answered = Promise.<Answer>promise();
    vertx
        .getOrCreateContext()
        .runOnContext(_ -> {
          try {
            answered.complete(lanes.inTurn(hop.session(), () -> play(hop, patience)));
          } catch (Throwable failure) {
            answered.fail(failure);
          }
        });
    return answered.future();
  }

  /// Plays the hop while its lane is held, so that a repeated one finds what became of it.
  private Answer play(Hop hop, Patience patience) {
    try {
      var turned = turns.play(hop, patience);
      if (patience.met()) {
        return turned.answer();
      }
      turns.toldTooLate(turned);
      return LastWords.SLOW;
    } catch (Exception failure) {
      return failed(hop, patience, failure);
    }
  }

  private Answer failed(Hop hop, Patience patience, Exception failure) {
    LOG.atError()
        .addKeyValue("session", hop.session().text())
        .setCause(failure)
        .log("A turn failed");
    meters.turn("ussd", "failed", patience.soFar());
    patience.met();
    return LastWords.FAULT;
  }
}
