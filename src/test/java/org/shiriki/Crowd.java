package org.shiriki;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// Many people who do something at the same time.
public final class Crowd {
  private Crowd() {}

  /// What each came to, in the order of the calls.
  public static <T> List<T> atOnce(List<Callable<T>> calls)
      throws InterruptedException, ExecutionException {
    var results = new ArrayList<T>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var outcome : threads.invokeAll(calls)) {
        results.add(outcome.get());
      }
    }
    return results;
  }
}
