package org.shiriki.sms;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.shiriki.sms.Message.Lane;

/// An outbox whose database goes away at one moment, after the statement was done or before.
record Faltering(Dispatches whole, AtomicInteger beginsToLose, AtomicInteger settlesToLose)
    implements Dispatches {
  @Override
  public List<Dispatch> claim(Lane lane, int most, Instant now, Instant until) {
    return whole.claim(lane, most, now, until);
  }

  @Override
  public List<Dispatch> begin(List<Dispatch> claimed, Terms terms, Instant now, Instant until) {
    var begun = whole.begin(claimed, terms, now, until);
    if (beginsToLose.getAndDecrement() > 0) {
      throw new IllegalStateException("the answer was lost");
    }
    return begun;
  }

  @Override
  public void settle(List<Settled> settled, Instant now, Instant again) {
    if (settlesToLose.getAndDecrement() > 0) {
      throw new IllegalStateException("the database is gone");
    }
    whole.settle(settled, now, again);
  }

  @Override
  public void putBack(List<Dispatch> claimed, Instant due) {
    whole.putBack(claimed, due);
  }

  @Override
  public void abandon(Instant now) {
    whole.abandon(now);
  }

  @Override
  public List<Waiting> waiting(Instant now) {
    return whole.waiting(now);
  }
}
