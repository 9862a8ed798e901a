package org.shiriki.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.function.ToIntFunction;
import org.shiriki.pg.Shortfall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The round that seals polls which are over, and shuffles the ballots of open ones once a day.
///
/// Any node may make it at any time, together with others and again after it died in the middle:
/// what is done is not done again, what is not done is done by the next round.
public final class Closing {
  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  /// An answer that was in time is committed by then, whichever node's clock it came by.
  static final Duration SETTLED = Duration.ofMinutes(1);

  private final Polls polls;
  private final ToIntFunction<Poll> registered;
  private final InstantSource clock;

  /// A round.
  ///
  /// @param registered how many people are registered in the places that a poll asks
  public Closing(Polls polls, ToIntFunction<Poll> registered, InstantSource clock) {
    this.polls = polls;
    this.registered = registered;
    this.clock = clock;
  }

  /// Makes a round. A poll that cannot be sealed keeps none of the others from it.
  ///
  /// @throws Shortfall at the end, if there was one
  public void round() {
    var now = clock.instant();
    var all = polls.all();
    var failures = new ArrayList<Exception>();
    for (var poll : all) {
      try {
        look(poll, now);
      } catch (Exception failure) {
        LOG.atError()
            .addKeyValue("poll", poll.id())
            .setCause(failure)
            .log("A poll could not be sealed or shuffled");
        failures.add(failure);
      }
    }
    sweep();
    if (!failures.isEmpty()) {
      throw new Shortfall(failures.size(), all.size(), "polls", failures.getLast());
    }
  }

  private void look(Poll poll, Instant now) {
    if (poll.closedAt(now.minus(SETTLED))) {
      seal(poll);
    } else if (poll.openAt(now)) {
      polls.shuffle(poll.id(), now);
    }
  }

  private void sweep() {
    try {
      polls.sweep();
    } catch (Exception failure) {
      LOG.atWarn().setCause(failure).log("Sealed polls could not be swept; the next round does it");
    }
  }

  private void seal(Poll poll) {
    if (polls.sealed(poll.id())) {
      return;
    }
    if (polls.close(poll.id(), registered.applyAsInt(poll), clock.instant())) {
      LOG.atInfo().addKeyValue("poll", poll.id()).log("Poll sealed");
    }
  }
}
