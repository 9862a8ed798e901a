package org.shiriki.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
  private final Vertx vertx = Vertx.vertx();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final FakeWriter writer = new FakeWriter();
  private final GroupCommit<Integer> commits = commits(10, 100);

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  @Test
  void a_lone_row_is_written_at_once() throws Exception {
    var one = commits.add(1);

    writer.next().succeed();

    one.await();
    assertThat(writer.batches()).containsExactly(List.of(1));
  }

  @Test
  void rows_that_arrive_during_a_write_travel_together() throws Exception {
    commits.add(1);
    var first = writer.next();
    var others = IntStream.rangeClosed(2, 15).mapToObj(commits::add).toList();

    first.succeed();
    writer.next().succeed();
    writer.next().succeed();

    Future.all(others).await();
    assertThat(writer.batches())
        .containsExactly(
            List.of(1), List.of(2, 3, 4, 5, 6, 7, 8, 9, 10, 11), List.of(12, 13, 14, 15));
  }

  @Test
  void a_row_is_not_called_written_before_its_write_has_succeeded() throws Exception {
    var one = commits.add(1);
    var write = writer.next();

    assertThat(one.isComplete()).isFalse();
    write.succeed();
    one.await();
  }

  @Test
  void a_failure_is_that_of_its_own_batch_only() throws Exception {
    var one = commits.add(1);
    var first = writer.next();
    var two = commits.add(2);
    var three = commits.add(3);

    first.succeed();
    writer.next().fail();
    one.await();
    assertThatThrownBy(two::await).hasMessage("the disk is full");
    assertThatThrownBy(three::await).hasMessage("the disk is full");

    var four = commits.add(4);
    writer.next().succeed();
    four.await();
  }

  @Test
  void a_writer_that_throws_fails_its_batch_and_not_the_next() {
    var odd =
        new GroupCommit<Integer>(
            vertx,
            "odd",
            10,
            100,
            rows -> {
              if (rows.contains(1)) {
                throw new IllegalStateException("not this one");
              }
              return Future.succeededFuture();
            },
            meters);

    assertThatThrownBy(() -> odd.add(1).await()).hasMessage("not this one");
    odd.add(2).await();
  }

  @Test
  void a_full_queue_refuses_and_takes_rows_again_when_it_has_room() throws Exception {
    var small = commits(2, 2);
    small.add(0);
    var first = writer.next();
    var kept = List.of(small.add(1), small.add(2));

    assertThatThrownBy(() -> small.add(3).await())
        .isInstanceOf(GroupCommit.Refused.class)
        .hasMessage("test is full");

    first.succeed();
    writer.next().succeed();
    Future.all(kept).await();
    var later = small.add(4);
    writer.next().succeed();
    later.await();
  }

  @Test
  void closing_writes_what_was_taken_and_takes_no_more() throws Exception {
    var one = commits.add(1);
    var first = writer.next();
    var two = commits.add(2);

    var closing = commits.close();

    assertThatThrownBy(() -> commits.add(3).await()).hasMessage("test has closed");
    first.succeed();
    assertThat(closing.isComplete()).isFalse();
    writer.next().succeed();
    closing.await();
    assertThat(Future.all(one, two).await().succeeded()).isTrue();
  }

  @Test
  void closing_an_idle_one_is_done_at_once() {
    commits.close().await();

    assertThat(writer.batches()).isEmpty();
  }

  @Test
  void every_row_of_many_threads_is_written_once_and_told_the_truth() throws Exception {
    var seed = System.nanoTime();
    var random = new Random(seed);
    var written = new HashSet<Integer>();
    var busy =
        new GroupCommit<Integer>(
            vertx, "busy", 7, 50_000, rows -> coin(random, rows, written), meters);

    var told = new ArrayList<Future<Integer>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var added =
          threads.invokeAll(
              IntStream.range(0, 5_000)
                  .<Callable<Future<Integer>>>mapToObj(row -> () -> busy.add(row).map(row))
                  .toList());
      for (var each : added) {
        told.add(each.get());
      }
    }
    busy.close().await();

    var claimed = told.stream().filter(Future::succeeded).map(Future::result).toList();
    assertThat(told).as("seed %d", seed).allMatch(Future::isComplete);
    assertThat(claimed).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(written);
  }

  private GroupCommit<Integer> commits(int maxBatch, int maxQueued) {
    return new GroupCommit<>(vertx, "test", maxBatch, maxQueued, writer::write, meters);
  }

  private Future<Void> coin(Random random, List<Integer> rows, Set<Integer> written) {
    if (random.nextInt(4) == 0) {
      return Future.failedFuture("bad luck");
    }
    written.addAll(rows);
    return random.nextBoolean()
        ? Future.succeededFuture()
        : vertx.timer(1, TimeUnit.MILLISECONDS).mapEmpty();
  }

  /// A writer that is told by the test how each write ends.
  private static final class FakeWriter {
    private final BlockingQueue<Write> under = new LinkedBlockingQueue<>();
    private final List<List<Integer>> batches = new ArrayList<>();

    Future<Void> write(List<Integer> rows) {
      var write = new Write(rows, Promise.promise());
      under.add(write);
      return write.done().future();
    }

    Write next() throws InterruptedException {
      var write = under.take();
      batches.add(write.rows());
      return write;
    }

    List<List<Integer>> batches() {
      return batches;
    }

    private record Write(List<Integer> rows, Promise<Void> done) {
      void succeed() {
        done.complete();
      }

      void fail() {
        done.fail("the disk is full");
      }
    }
  }
}
