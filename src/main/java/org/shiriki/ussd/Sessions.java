package org.shiriki.ussd;

import java.time.Instant;
import java.util.Optional;
import org.shiriki.privacy.PhoneKey;

/// Keeps sessions turn by turn.
public interface Sessions {
  /// A session as this node knows it; it may be behind if another node took the last hop.
  Optional<Session> near(SessionId id);

  /// A session as it is kept.
  Optional<Session> kept(SessionId id);

  /// The latest turn of a person's latest session, if it came after an instant; what was answered
  /// earlier in that session is left out.
  Optional<Session> latest(PhoneKey phone, Instant since);

  /// Keeps the latest turn of a session, and returns when it is committed.
  ///
  /// @return the session as it is kept: as another node had kept it before, if one was first
  Session commit(Session session);

  /// Changes what was answered to the latest turn of a session, and how far it came.
  void amend(Session session);

  /// Takes the carrier's word that a session is over.
  ///
  /// @return the session, if this node knew it
  Optional<Session> over(SessionId id);

  /// Keeps the latest turn of a session, soon.
  void note(Session session);

  /// Keeps nothing of a person's sessions. For the carrier's repeats the last answer stays in this
  /// node's memory for a short while.
  void forget(Session last);
}
