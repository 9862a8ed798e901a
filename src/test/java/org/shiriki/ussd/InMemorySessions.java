package org.shiriki.ussd;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.shiriki.privacy.PhoneKey;

/// Keeps sessions in memory.
public final class InMemorySessions implements Sessions {
  private final Map<SessionId, Session> near = new HashMap<>();
  private final Map<SessionId, Session> kept = new HashMap<>();

  @Override
  public synchronized Optional<Session> near(SessionId id) {
    return Optional.ofNullable(near.get(id));
  }

  @Override
  public synchronized Optional<Session> kept(SessionId id) {
    return Optional.ofNullable(kept.get(id));
  }

  @Override
  public synchronized Optional<Session> latest(PhoneKey phone, Instant since) {
    return kept.values().stream()
        .filter(session -> session.phone().equals(phone) && session.at().isAfter(since))
        .max(Comparator.comparing(Session::at));
  }

  @Override
  public synchronized Session commit(Session session) {
    var first =
        kept.merge(
            session.id(),
            session,
            (before, now) -> now.text().length() > before.text().length() ? now : before);
    near.put(session.id(), first);
    return first;
  }

  @Override
  public synchronized void amend(Session session) {
    near.put(session.id(), session);
    kept.put(session.id(), session);
  }

  @Override
  public void note(Session session) {
    commit(session);
  }

  @Override
  public synchronized Optional<Session> over(SessionId id) {
    return Optional.ofNullable(near.remove(id));
  }

  @Override
  public synchronized void forget(Session last) {
    kept.values().removeIf(session -> session.phone().equals(last.phone()));
    near.put(last.id(), last);
  }
}
