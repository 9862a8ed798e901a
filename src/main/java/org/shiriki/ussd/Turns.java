package org.shiriki.ussd;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Conversation;
import org.shiriki.dialogue.Dialogue;
import org.shiriki.dialogue.Reply;
import org.shiriki.dialogue.Reply.Outcome;
import org.shiriki.dialogue.Secrets;
import org.shiriki.dialogue.Turn;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;
import org.shiriki.sms.Message;
import org.shiriki.sms.Outbox;
import org.shiriki.ussd.UssdMeters.Fate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Plays hops, one turn each.
///
/// ```
/// hop ──> said before? ──yes──> the same answer
///          │ no
///          v
///         tail of the text ──> dialogue ──> turn kept ──> answer
/// ```
public final class Turns {
  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

  private final Dialogue dialogue;
  private final Sessions sessions;
  private final Callers callers;
  private final Outbox outbox;
  private final Vault vault;
  private final RateLimits rates;
  private final UssdLimits limits;
  private final InstantSource clock;
  private final UssdMeters meters;

  /// What became of a hop.
  ///
  /// @param fresh the session if this hop took it further; null if it told nothing new
  /// @param receipt what is told by SMS if the answer comes too late
  record Turned(Answer answer, @Nullable Session fresh, @Nullable Message receipt) {
    static Turned of(Answer answer) {
      return new Turned(answer, null, null);
    }
  }

  /// What is known before a hop is played.
  ///
  /// @param session the hop's own session
  /// @param broken where that is unknown: the person's latest one, if it was a short while ago
  private record Found(@Nullable Session session, @Nullable Session broken) {}

  public Turns(
      Dialogue dialogue,
      Sessions sessions,
      Callers callers,
      Outbox outbox,
      Vault vault,
      RateLimits rates,
      UssdLimits limits,
      InstantSource clock,
      UssdMeters meters) {
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

  /// Plays a hop. Of one that was played before, on this node or another, it gives the answer that
  /// is kept.
  Turned play(Hop hop, Patience patience) {
    var phone = vault.keyOf(hop.phone());
    var found = find(hop, phone);
    var session = found.session();
    if (session != null && !session.isOf(phone, hop)) {
      LOG.atWarn()
          .addKeyValue("session", hop.session().text())
          .log("A session changed its phone or code; refused");
      return Turned.of(LastWords.FAULT);
    }
    var said = session == null ? Optional.<Answer>empty() : said(session, hop.text());
    if (said.isPresent()) {
      return Turned.of(said.get());
    }
    if (!rates.admits(phone)) {
      meters.turn("ussd", "refused", patience.soFar());
      return refuse(hop, phone, found);
    }
    return session == null
        ? begin(hop, phone, found.broken(), patience)
        : goOn(hop, session, patience);
  }

  /// A person was told that the service is slow while their turn was still under way. From now on
  /// that is what was answered to it, and what it did is told by SMS.
  void toldTooLate(Turned turned) {
    if (turned.fresh() != null) {
      sessions.amend(turned.fresh().answered(LastWords.SLOW));
    }
    if (turned.receipt() != null) {
      outbox.put(turned.receipt());
    }
  }

  private static Optional<Answer> said(Session session, String text) {
    var ended = session.answer().open() ? null : LastWords.OVER;
    return session.answerTo(text).or(() -> Optional.ofNullable(ended));
  }

  private Found find(Hop hop, PhoneKey phone) {
    var near = sessions.near(hop.session()).orElse(null);
    if (near != null) {
      return new Found(newest(near, hop), null);
    }
    var kept = hop.text().isEmpty() ? null : sessions.kept(hop.session()).orElse(null);
    if (kept != null) {
      return new Found(kept, null);
    }
    var latest = sessions.latest(phone, clock.instant().minus(limits.resume())).orElse(null);
    return latest != null && latest.id().equals(hop.session())
        ? new Found(sessions.kept(hop.session()).orElse(null), null)
        : new Found(null, latest);
  }

  /// The session as this node knows it. A tail of several answers may mean that another node took
  /// the hops between, or that this one lost them: then what is kept decides.
  private Session newest(Session near, Hop hop) {
    return near.tail(hop.text()).indexOf('*') < 0
        ? near
        : sessions
            .kept(hop.session())
            .filter(kept -> kept.text().length() > near.text().length())
            .orElse(near);
  }

  /// Says that the person calls too often, and keeps it as what was answered; what they were in the
  /// middle of stays theirs to go on with.
  private Turned refuse(Hop hop, PhoneKey phone, Found found) {
    var before = found.session() == null ? found.broken() : found.session();
    var at = before == null ? Conversation.untouched() : before.conversation();
    var refusal = LastWords.TOO_MANY;
    var now = clock.instant();
    var session = found.session();
    var refused =
        session == null
            ? Session.begin(hop, Secrets.mask(hop.text()), phone, now, at, refusal)
            : session.next(hop.text(), Secrets.mask(session.tail(hop.text())), now, at, refusal);
    return Turned.of(sessions.commit(refused).answer());
  }

  private Turned begin(Hop hop, PhoneKey phone, @Nullable Session broken, Patience patience) {
    var dropped = broken == null ? null : broken.conversation();
    var turn = turn(hop, phone, callers.recognise(phone));
    var reply = dialogue.begin(turn, hop.ahead(), dropped);
    meters.session(dropped != null && dropped.holdsWork() ? Fate.RESUMED : Fate.BEGUN);
    return keep(begun(hop, reply, turn), reply, false, turn, patience);
  }

  private static Session begun(Hop hop, Reply reply, Turn turn) {
    var answer = new Answer(reply.text(), reply.open());
    return Session.begin(
        hop, heard(hop, reply), turn.key(), turn.now(), reply.conversation(), answer);
  }

  /// The first text of a session as it may be kept; nothing of what was not played, because it
  /// belongs to an older session.
  private static String heard(Hop hop, Reply reply) {
    var unread = reply.heard().length() - hop.text().length();
    return unread < 0 ? Secrets.mask(hop.text().length()) : reply.heard().substring(unread);
  }

  private Turned goOn(Hop hop, Session session, Patience patience) {
    return session.expired(limits, hop.grace(), clock.instant())
        ? beginAgain(hop, session, patience)
        : answer(hop, session, patience);
  }

  private Turned beginAgain(Hop hop, Session expired, Patience patience) {
    var turn = turn(hop, expired.phone(), callers.recognise(expired.phone()));
    var before = expired.conversation();
    var reply = dialogue.beginAgain(turn, before, expired.tail(hop.text()));
    meters.session(before.holdsWork() ? Fate.RESUMED : Fate.BEGUN);
    return keep(begun(hop, reply, turn).following(expired), reply, false, turn, patience);
  }

  private Turned answer(Hop hop, Session session, Patience patience) {
    var before = session.conversation();
    var turn = turn(hop, session.phone(), before.caller());
    var reply = dialogue.answer(before, session.tail(hop.text()), turn);
    var answer = new Answer(reply.text(), reply.open());
    return keep(
        session.next(hop.text(), reply.heard(), turn.now(), reply.conversation(), answer),
        reply,
        before.holdsWork(),
        turn,
        patience);
  }

  private Turn turn(Hop hop, PhoneKey phone, Caller caller) {
    var id = vault.mark("turn", hop.session().text() + '\n' + hop.text());
    return new Turn(id, hop.phone(), phone, caller, clock.instant());
  }

  /// Keeps the turn, before it is shown if somebody would miss it; of a person who has just left,
  /// nothing. Where another node was first with the same hop, its answer holds.
  private Turned keep(
      Session session, Reply reply, boolean heldWork, Turn turn, Patience patience) {
    var kept = session;
    if (turn.caller().greeted() && !reply.conversation().caller().greeted()) {
      sessions.forget(session);
    } else if (heldWork || reply.conversation().holdsWork() || reply.outcome() == Outcome.DONE) {
      kept = sessions.commit(session);
    } else {
      sessions.note(session);
    }
    count(session.id(), reply, patience);
    return new Turned(kept.answer(), kept, receipt(reply, turn));
  }

  private void count(SessionId session, Reply reply, Patience patience) {
    if (!reply.open()) {
      meters.session(Fate.ENDED);
    }
    var took = patience.soFar();
    var outcome = reply.outcome().name().toLowerCase(Locale.ROOT);
    meters.turn(reply.room(), outcome, took);
    LOG.atInfo()
        .addKeyValue("session", session.text())
        .addKeyValue("feature", reply.room())
        .addKeyValue("outcome", outcome)
        .addKeyValue("micros", took.toNanos() / 1000)
        .log("Turn answered");
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
}
