package org.shiriki.pg;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;

/// Writes that travel together. Rows that arrive while a write is under way wait for each other and
/// go as the next one, so a busy hour pays for one commit where a quiet one pays for none too many.
/// One write at a time, in the order of arrival.
public final class GroupCommit<T> {
  private final Context context;
  private final String name;
  private final int maxBatch;
  private final int maxQueued;
  private final Function<List<T>, Future<Void>> writer;
  private final DistributionSummary sizes;
  private final Counter refusals;
  private final Promise<Void> drained = Promise.promise();

  private final Queue<Waiting<T>> queue = new ArrayDeque<>();
  private boolean writing;
  private boolean closed;

  /// The writer is called on an event loop and must not wait; [Queries#send] is made for it. At
  /// most `maxQueued` rows wait, the ones under way not counted.
  public GroupCommit(
      Vertx vertx,
      String name,
      int maxBatch,
      int maxQueued,
      Function<List<T>, Future<Void>> writer,
      MeterRegistry meters) {
    this.context = vertx.getOrCreateContext();
    this.name = name;
    this.maxBatch = maxBatch;
    this.maxQueued = maxQueued;
    this.writer = writer;
    this.sizes =
        DistributionSummary.builder("shiriki.group.commit.rows")
            .description("Rows written by one statement")
            .tag("writer", name)
            .register(meters);
    this.refusals = refusals(name, meters);
    Gauge.builder("shiriki.group.commit.waiting", this, GroupCommit::waiting)
        .description("Rows waiting to be written")
        .tag("writer", name)
        .register(meters);
  }

  private static Counter refusals(String name, MeterRegistry meters) {
    return Counter.builder("shiriki.group.commit.refused")
        .description("Rows refused because too many were waiting")
        .tag("writer", name)
        .register(meters);
  }

  /// The refusal of a row because too many are waiting, or because the writer has closed.
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Refused(String message) {
      super(message);
    }
  }

  private record Waiting<T>(T row, Promise<Void> written) {}

  /// Hands a row over. The future succeeds when the row is committed and fails with its batch, or
  /// at once with [Refused].
  public Future<Void> add(T row) {
    var waiting = new Waiting<T>(row, Promise.promise());
    synchronized (this) {
      if (closed || queue.size() >= maxQueued) {
        refusals.increment();
        return Future.failedFuture(new Refused(name + (closed ? " has closed" : " is full")));
      }
      queue.add(waiting);
      if (writing) {
        return waiting.written().future();
      }
      writing = true;
    }
    context.runOnContext(_ -> write());
    return waiting.written().future();
  }

  /// Takes no more rows; the future succeeds when all that were taken have been written or failed.
  public Future<Void> close() {
    synchronized (this) {
      closed = true;
      if (!writing) {
        drained.tryComplete();
      }
    }
    return drained.future();
  }

  private synchronized int waiting() {
    return queue.size();
  }

  private void write() {
    var batch = take();
    sizes.record(batch.size());
    writing(batch).onComplete(outcome -> context.runOnContext(_ -> settle(batch, outcome)));
  }

  private Future<Void> writing(List<Waiting<T>> batch) {
    try {
      return writer.apply(batch.stream().map(Waiting::row).toList());
    } catch (Exception failure) {
      return Future.failedFuture(failure);
    }
  }

  private synchronized List<Waiting<T>> take() {
    var batch = new ArrayList<Waiting<T>>(Math.min(maxBatch, queue.size()));
    while (batch.size() < maxBatch && !queue.isEmpty()) {
      batch.add(queue.remove());
    }
    return batch;
  }

  /// The next write starts before this one's callers hear of theirs.
  private void settle(List<Waiting<T>> batch, AsyncResult<Void> outcome) {
    boolean more;
    synchronized (this) {
      more = !queue.isEmpty();
      writing = more;
    }
    if (more) {
      write();
    }
    for (var waiting : batch) {
      waiting.written().handle(outcome);
    }
    if (!more) {
      finish();
    }
  }

  private synchronized void finish() {
    if (closed && !writing) {
      drained.tryComplete();
    }
  }
}
