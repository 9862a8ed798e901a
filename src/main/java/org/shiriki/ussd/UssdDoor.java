package org.shiriki.ussd;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Dialogue;
import org.shiriki.dialogue.Reply;
import org.shiriki.dialogue.Secrets;
import org.shiriki.dialogue.Turn;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;
import org.shiriki.sms.Message;
import org.shiriki.sms.Outbox;
import org.shiriki.ussd.UssdMeters.Fate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door of key presses: one hop in, one answer out, always.
///
/// ```
/// hop ──> said before? ──yes──> the same answer
///          │ no
///          v
///         tail of the text ──> dialogue ──> turn kept ──> answer
/// ```
public final class UssdDoor {
  private static final Logger LOG = LoggerFactory.getLogger(UssdDoor.class);

  private final Vertx vertx;
  private final Dialogue dialogue;
  private final Sessions sessions;
  private final Callers callers;
  private final Outbox outbox;
  private final Vault vault;
  private final RateLimits rates;
  private final UssdLimits limits;
  private final InstantSource clock;
  private final UssdMeters meters;
  private final Lanes lanes = new Lanes();

  /// An answer, and the receipt that is told by SMS if the answer comes too late.
  private record Turned(Answer answer, @Nullable Message receipt) {
    static Turned of(Answer answer) {
      return new Turned(answer, null);
    }
  }

  public UssdDoor(
      Vertx vertx,
      Dialogue dialogue,
      Sessions sessions,
      Callers callers,
      Outbox outbox,
      Vault vault,
      RateLimits rates,
      UssdLimits limits,
      InstantSource clock,
      UssdMeters meters) {
    this.vertx = vertx;
    this.dialogue = dialogue;
    this.sessions = sessions;
    this.callers = callers;
    this.outbox = outbox;
    this.vault = vault;
    this.rates = rates;
    this.limits = limits;
    this.clock = clock;
    this.meters = meters;
  }

  /// Answers a hop. Never throws: what goes wrong becomes a truthful last word, and a line in the
  /// log. To be called in a virtual-thread verticle.
  public Answer answer(Hop hop) {
    var started = System.nanoTime();
    var work = start(hop, started);
    try {
      return work.timeout(limits.patience().toMillis(), TimeUnit.MILLISECONDS).await().answer();
    } catch (Exception failure) {
      if (failure instanceof TimeoutException && !work.failed()) {
        work.onSuccess(turned -> tellLater(hop, turned));
        LOG.atWarn().addKeyValue("session", hop.session().text()).log("A turn took too long");
        meters.turn("ussd", "late", since(started));
        return LastWords.SLOW;
      }
      LOG.atError()
          .addKeyValue("session", hop.session().text())
          .setCause(failure)
          .log("A turn failed");
      meters.turn("ussd", "failed", since(started));
      return LastWords.FAULT;
    }
  }

  /// The carrier says that a session is over; where the person had not come to an end, the line
  /// dropped.
  public void over(SessionId session) {
    if (sessions.over(session).filter(known -> known.answer().open()).isPresent()) {
      meters.session(Fate.DROPPED);
    }
  }

  private Future<Turned> start(Hop hop, long started) {
    var turned = Promise.<Turned>promise();
    vertx
        .getOrCreateContext()
        .runOnContext(_ -> {
          try {
            turned.complete(lanes.inTurn(hop.session(), () -> turn(hop, started)));
          } catch (Throwable failure) {
            turned.fail(failure);
          }
        });
    return turned.future();
  }

  private Turned turn(Hop hop, long started) {
    var phone = vault.keyOf(hop.phone());
    if (!rates.admits(phone)) {
      meters.turn("ussd", "refused", since(started));
      return Turned.of(LastWords.TOO_MANY);
    }
    var known = find(hop);
    return known == null ? begin(hop, phone, started) : goOn(hop, phone, known, started);
  }

  private Turned goOn(Hop hop, PhoneKey phone, Session known, long started) {
    if (!known.isOf(phone, hop)) {
      LOG.atWarn()
          .addKeyValue("session", hop.session().text())
          .log("A session changed its phone or code; refused");
      return Turned.of(LastWords.FAULT);
    }
    var said = known.answerTo(hop.text());
    return said.isPresent() ? Turned.of(said.get()) : answer(hop, known, started);
  }

  /// The session as this node knows it. A tail of several answers may mean that another node took
  /// the hops between, or that this one lost them: then what is kept decides.
  private @Nullable Session find(Hop hop) {
    var near = sessions.near(hop.session()).orElse(null);
    if (near == null) {
      return hop.text().isEmpty() ? null : sessions.kept(hop.session()).orElse(null);
    }
    return near.tail(hop.text()).indexOf('*') < 0
        ? near
        : sessions.kept(hop.session()).filter(kept -> longer(kept, near)).orElse(near);
  }

  private static boolean longer(Session kept, Session near) {
    return kept.text().length() > near.text().length();
  }

  /// Begins a session; unless this node has only forgotten it, and the hop is a repeated one.
  private Turned begin(Hop hop, PhoneKey phone, long started) {
    var latest = sessions.latest(phone, clock.instant().minus(limits.resume()));
    if (latest.filter(last -> last.id().equals(hop.session())).isPresent()) {
      var known = sessions.kept(hop.session());
      if (known.isPresent()) {
        return goOn(hop, phone, known.get(), started);
      }
    }
    var dropped = latest.filter(last -> last.answer().open()).orElse(null);
    return begin(hop, phone, dropped, hop.ahead(), started);
  }

  private Turned begin(
      Hop hop, PhoneKey phone, @Nullable Session broken, String ahead, long started) {
    var now = clock.instant();
    var dropped = broken == null ? null : broken.conversation();
    var turn = turn(hop, phone, callers.recognise(phone), now);
    var reply = dialogue.begin(turn, ahead, dropped);
    meters.session(dropped != null && dropped.holdsWork() ? Fate.RESUMED : Fate.BEGUN);
    var answer = new Answer(reply.text(), reply.open());
    var begun = Session.begin(hop, heard(hop, reply), phone, now, reply.conversation(), answer);
    var again = broken != null && broken.id().equals(hop.session());
    var session = broken != null && again ? begun.following(broken) : begun;
    return keep(session, reply, false, turn, started);
  }

  /// The first text of a session as it may be kept; nothing of what was not played, because it
  /// belongs to an older session.
  private static String heard(Hop hop, Reply reply) {
    var unread = reply.heard().length() - hop.text().length();
    return unread < 0 ? Secrets.mask(hop.text().length()) : reply.heard().substring(unread);
  }

  private Turned answer(Hop hop, Session session, long started) {
    if (!session.answer().open()) {
      return Turned.of(LastWords.OVER);
    }
    var now = clock.instant();
    if (session.olderThan(limits.session(), now)) {
      return begin(hop, session.phone(), session, "", started);
    }
    var before = session.conversation();
    var turn = turn(hop, session.phone(), before.caller(), now);
    var reply = dialogue.answer(before, session.tail(hop.text()), turn);
    var answer = new Answer(reply.text(), reply.open());
    return keep(
        session.next(hop.text(), reply.heard(), now, reply.conversation(), answer),
        reply,
        before.holdsWork(),
        turn,
        started);
  }

  private Turn turn(Hop hop, PhoneKey phone, Caller caller, Instant now) {
    var id = vault.mark("turn", hop.session().text() + '\n' + hop.text());
    return new Turn(id, hop.phone(), phone, caller, now);
  }

  /// Keeps the turn, before it is shown if somebody would miss it; of a person who has just left,
  /// nothing.
  private Turned keep(Session session, Reply reply, boolean heldWork, Turn turn, long started) {
    if (turn.caller().greeted() && !reply.conversation().caller().greeted()) {
      sessions.forget(session);
    } else if (heldWork || reply.conversation().holdsWork()) {
      sessions.commit(session);
    } else {
      sessions.note(session);
    }
    if (!reply.open()) {
      meters.session(Fate.ENDED);
    }
    var took = since(started);
    var outcome = reply.outcome().name().toLowerCase(Locale.ROOT);
    meters.turn(reply.room(), outcome, took);
    LOG.atInfo()
        .addKeyValue("session", session.id().text())
        .addKeyValue("feature", reply.room())
        .addKeyValue("outcome", outcome)
        .addKeyValue("micros", took.toNanos() / 1000)
        .log("Turn answered");
    return new Turned(session.answer(), receipt(reply, turn));
  }

  /// What to send if the line is gone. A receipt that a redial offers again stays off the wires: it
  /// may be of something that nobody is to know whose it is.
  private static @Nullable Message receipt(Reply reply, Turn turn) {
    return reply.receipt().isEmpty()
            || reply.conversation().holdsWork()
            || !reply.conversation().caller().consented()
        ? null
        : new Message(
            turn.key(), turn.phone(), Message.Lane.REPLY, reply.receipt(), "late/" + turn.id());
  }

  private void tellLater(Hop hop, Turned turned) {
    if (turned.receipt() == null) {
      return;
    }
    try {
      outbox.put(turned.receipt());
    } catch (Exception failure) {
      LOG.atError()
          .addKeyValue("session", hop.session().text())
          .setCause(failure)
          .log("A late receipt could not be kept");
    }
  }

  private static Duration since(long started) {
    return Duration.ofNanos(System.nanoTime() - started);
  }
}
