package org.shiriki.broadcast;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shiriki.broadcast.Broadcast.Life;

/// Keeps broadcasts through their lives. Each step is taken once, by whoever comes first.
public interface Broadcasts {
  /// Who wants something.
  ///
  /// @param account their name in the audit
  /// @param director whether they may release an emergency
  /// @param from where they came from, for the audit
  record Actor(String account, boolean director, String from) {
    Actor(String account, boolean director) {
      this(account, director, "");
    }
  }

  /// Which broadcasts are wanted.
  ///
  /// @param lives none stands for all
  /// @param counties those that touch one of these counties; none stands for all
  /// @param before those with a smaller id
  record Filter(Set<Life> lives, List<String> counties, long before) {}

  /// What the operator said of a political text.
  ///
  /// @param evidence where their answer is kept, such as the number of a letter
  record Vetting(String operator, boolean agreed, String evidence) {}

  /// What holds up all broadcasts.
  ///
  /// @param actor the account of who wanted it
  record Stop(String actor, Instant since) {}

  /// Keeps a new draft; faults and all.
  ///
  /// @param once what asked for it: the same one again changes nothing
  /// @param counties of its audience; none stands for everywhere
  /// @return its id
  long draft(UUID once, Draft draft, List<String> counties, Actor author);

  /// Keeps a new draft for everywhere.
  default long draft(Draft draft, Actor author) {
    return draft(UUID.randomUUID(), draft, List.of(), author);
  }

  /// Replaces what a draft says; its author may, as long as it has the version that they read.
  Answer revise(long id, long version, Draft draft, List<String> counties, Actor actor);

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

  /// What holds up all broadcasts; nothing if they may go.
  Optional<Stop> stop();

  Optional<Broadcast> find(long id);

  /// Broadcasts, the newest first.
  List<Broadcast> list(Filter filter, int limit);

  /// Those that are approved and whose time has come, the longest due first.
  List<Broadcast> due();

  /// Ends those of which no message waits any more, and takes back what returned to the queue of
  /// one that was cancelled.
  void tidy();
}
