package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Five hundred people report at the same time, each as quickly as a practised thumb types: half a
/// second to a second and a half for an answer.
class LoadIT {
  private static final int PEOPLE = 500;
  private static final int WARM_UP = 200;

  /// What a turn may take, 99 times of 100.
  private static final double LIMIT_MILLIS = 250;

  /// A machine that is busy with something else for a while is given another try.
  private static final int ROUNDS = 3;

  private static final Pattern REFERENCE = Pattern.compile("[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{4}");
  private static final List<String> ANSWERS =
      List.of("2", "2", "1", "8", "Maji hayatoki wiki mbili", "Tengeneza pampu", "1", "1", "1");

  /// What one crowd saw.
  private record Seen(Set<String> references, List<Long> nanos, List<String> faults) {
    void tell() {
      System.out.printf(
          "500 sessions at once: %d turns, p50 %.0f ms, p99 %.0f ms, longest %.0f ms%n",
          nanos.size(), percentileMillis(0.5), percentileMillis(0.99), percentileMillis(1));
    }

    double percentileMillis(double share) {
      var sorted = nanos.stream().sorted().toList();
      return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
    }
  }

  @Test
  void five_hundred_reports_at_once_all_get_a_reference_of_their_own(@TempDir Path data)
      throws InterruptedException, ExecutionException {
    try (var gateway = GatewayProcess.start(data, Map.of())) {
      crowd(gateway, "+25470", WARM_UP);
      var slowest = Double.MAX_VALUE;
      for (var round = 1; round <= ROUNDS && slowest >= LIMIT_MILLIS; round++) {

        var seen = crowd(gateway, "+2547" + round, PEOPLE);

        assertThat(seen.faults).isEmpty();
        assertThat(seen.references).hasSize(PEOPLE);
        slowest = seen.percentileMillis(0.99);
        seen.tell();
      }
      assertThat(slowest).isLessThan(LIMIT_MILLIS);
    }
  }

  private static Seen crowd(GatewayProcess gateway, String prefix, int people)
      throws InterruptedException, ExecutionException {
    var nanos = new ConcurrentLinkedQueue<Long>();
    var calls = new ArrayList<Callable<String>>();
    for (var person = 0; person < people; person++) {
      var phone = gateway.phone(prefix + "%07d".formatted(person));
      calls.add(() -> report(phone, nanos));
    }
    var receipts = Crowd.atOnce(calls);
    var references =
        receipts.stream()
            .flatMap(receipt -> REFERENCE.matcher(receipt).results().map(MatchResult::group))
            .collect(Collectors.toSet());
    var faults = receipts.stream().filter(last -> !REFERENCE.matcher(last).find()).toList();
    return new Seen(references, List.copyOf(nanos), faults);
  }

  private static String report(TestPhone phone, ConcurrentLinkedQueue<Long> nanos) {
    type();
    var screen = timed(nanos, phone::dial);
    for (var answer : ANSWERS) {
      type();
      screen = timed(nanos, () -> phone.say(answer));
    }
    return screen;
  }

  /// Takes the time that typing takes.
  private static void type() {
    var millis = RandomGenerator.getDefault().nextInt(500, 1_500);
    CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS))
        .join();
  }

  private static String timed(ConcurrentLinkedQueue<Long> nanos, Supplier<String> turn) {
    var started = System.nanoTime();
    var screen = turn.get();
    nanos.add(System.nanoTime() - started);
    return screen;
  }
}
