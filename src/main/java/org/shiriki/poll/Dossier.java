package org.shiriki.poll;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A poll as staff keep it, and what can be done with it at which point of its life.
///
/// ```
///   DRAFT ──▶ SCHEDULED ──▶ OPEN ──▶ CLOSED ──▶ PUBLISHED
///     │  ◀──────┘ │           (by the clock, or by hand)
///     └───────────┴──▶ WITHDRAWN
/// ```
///
/// What it asks is fixed from the moment when it opens; from then on it can only be closed early,
/// and by another person than its author, so that nobody ends a poll of their own while they like
/// how it stands.
///
/// @param author the account that wrote its words last; `house` for what a fresh gateway begins
///   with
/// @param method null until it is given
/// @param publishedAt null until then
/// @param sealed whether its ballots are counted and gone
/// @param version counts what staff did to it, and its sealing
public record Dossier(
    Poll poll,
    Stage stage,
    String author,
    @Nullable MethodBox method,
    @Nullable Instant publishedAt,
    boolean sealed,
    long version) {
  /// What staff decided; whether a scheduled poll is open or closed is a matter of time.
  public enum Stage {
    DRAFT,
    SCHEDULED,
    WITHDRAWN
  }

  /// Where it is in its life.
  public enum Life {
    DRAFT,
    SCHEDULED,
    OPEN,
    CLOSED,
    PUBLISHED,
    WITHDRAWN
  }

  /// What came of something that was to be done with it.
  public sealed interface Move {
    /// It can be done, and this is what it is then.
    record Taken(Dossier next) implements Move {}

    /// It cannot be done now.
    ///
    /// @param why for whoever wanted to
    record Refused(String why) implements Move {}
  }

  /// A new draft.
  static Dossier drafted(Poll poll, String author) {
    return new Dossier(poll, Stage.DRAFT, author, null, null, false, 1);
  }

  PollId id() {
    return poll.id();
  }

  /// By what its result was published, if it was.
  Optional<Release> release() {
    return publishedAt == null || method == null
        ? Optional.empty()
        : Optional.of(new Release(publishedAt, method));
  }

  /// Where it is in its life at a moment.
  public Life at(Instant now) {
    return switch (stage) {
      case DRAFT -> Life.DRAFT;
      case WITHDRAWN -> Life.WITHDRAWN;
      case SCHEDULED -> {
        if (publishedAt != null) {
          yield Life.PUBLISHED;
        }
        if (poll.closedAt(now)) {
          yield Life.CLOSED;
        }
        yield poll.openAt(now) ? Life.OPEN : Life.SCHEDULED;
      }
    };
  }

  private boolean hasNotOpened(Instant now) {
    var life = at(now);
    return life == Life.DRAFT || life == Life.SCHEDULED;
  }

  /// With other words. One that was scheduled has to be scheduled anew.
  Move revised(Poll words, String actor, Instant now) {
    return hasNotOpened(now)
        ? new Move.Taken(new Dossier(words, Stage.DRAFT, actor, method, null, false, version + 1))
        : new Move.Refused("What a poll asks is fixed once it has opened.");
  }

  /// To open by itself when its time comes.
  Move scheduled(Instant now) {
    if (at(now) != Life.DRAFT) {
      return new Move.Refused("Only a draft is scheduled.");
    }
    return poll.opens().isBefore(now)
        ? new Move.Refused("Its opening is past; give a later one, or open it now.")
        : taken(poll, Stage.SCHEDULED);
  }

  /// Open from this moment on.
  Move opened(Instant now) {
    if (!hasNotOpened(now)) {
      return new Move.Refused("Only a draft or a scheduled poll is opened.");
    }
    var opens = now.truncatedTo(ChronoUnit.MILLIS);
    return poll.closes().isAfter(now)
        ? taken(poll.between(opens, poll.closes()), Stage.SCHEDULED)
        : new Move.Refused("Its close is past; give a later one.");
  }

  /// Over from this moment on.
  Move closed(String actor, Instant now) {
    var closes = now.truncatedTo(ChronoUnit.MILLIS);
    if (at(now) != Life.OPEN || !closes.isAfter(poll.opens())) {
      return new Move.Refused("Only an open poll is closed.");
    }
    return actor.equals(author)
        ? new Move.Refused("Another person than its author closes a poll early.")
        : taken(poll.between(poll.opens(), closes), Stage.SCHEDULED);
  }

  /// Never to open.
  Move withdrawn(Instant now) {
    return hasNotOpened(now)
        ? taken(poll, Stage.WITHDRAWN)
        : new Move.Refused("A poll that has opened is not withdrawn; close it.");
  }

  /// With the method that its result is told with.
  Move described(MethodBox box, Instant now) {
    var life = at(now);
    return life == Life.PUBLISHED || life == Life.WITHDRAWN
        ? new Move.Refused("Its method is fixed once the result is published.")
        : new Move.Taken(new Dossier(poll, stage, author, box, publishedAt, sealed, version + 1));
  }

  /// With its result told to everybody.
  Move published(Instant now) {
    if (at(now) != Life.CLOSED) {
      return new Move.Refused("Only the result of a closed poll is published, once.");
    }
    if (!sealed) {
      return new Move.Refused("It is not sealed yet; that takes a minute or two.");
    }
    return method == null
        ? new Move.Refused("Its method is missing.")
        : new Move.Taken(new Dossier(poll, stage, author, method, now, true, version + 1));
  }

  private Move taken(Poll words, Stage next) {
    return new Move.Taken(
        new Dossier(words, next, author, method, publishedAt, sealed, version + 1));
  }
}
