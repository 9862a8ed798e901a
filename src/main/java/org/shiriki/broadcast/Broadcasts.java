package org.shiriki.broadcast;

import java.util.List;
import java.util.Optional;

/// Keeps broadcasts through their lives. Each step is taken once, by whoever comes first.
public interface Broadcasts {
  /// Who wants something.
  ///
  /// @param account their name in the audit
  /// @param director whether they may release an emergency
  record Actor(String account, boolean director) {}

  /// What the operator said of a political text.
  ///
  /// @param evidence where their answer is kept, such as the number of a letter
  record Vetting(String operator, boolean agreed, String evidence) {}

  /// Keeps a new draft; faults and all.
  ///
  /// @return its id
  long draft(Draft draft, Actor author);

  /// Replaces what a draft says; its author may.
  Answer revise(long id, Draft draft, Actor actor);

  /// Gives a draft to others to look at. From here on what it says is fixed.
  Answer submit(long id, Actor actor);

  /// Keeps what the operator said of a political text.
  Answer vet(long id, Vetting vetting, Actor actor);

  /// Says yes to what another person wrote; it begins when its time has come.
  Answer approve(long id, Actor actor);

  /// Says no to it.
  Answer reject(long id, String why, Actor actor);

  /// Holds it up, in the middle of sending.
  Answer pause(long id, Actor actor);

  /// Goes on where it was held up.
  Answer resume(long id, Actor actor);

  /// Ends it. Messages that have not been handed to the carrier are never sent.
  Answer cancel(long id, Actor actor);

  /// Holds up all broadcasts, those to come included, until [#release].
  void halt(Actor actor);

  /// Lets broadcasts go on.
  void release(Actor actor);

  Optional<Broadcast> find(long id);

  /// Those that are approved and whose time has come, the longest due first.
  List<Broadcast> due();

  /// Ends those of which no message waits any more, and takes back what returned to the queue of
  /// one that was cancelled.
  void tidy();
}
