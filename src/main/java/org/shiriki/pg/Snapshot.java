package org.shiriki.pg;

import java.util.function.Supplier;

/// A copy of reference data in memory, read again whenever any node changes it.
///
/// @param <T> an immutable value
public final class Snapshot<T> implements Supplier<T> {
  private volatile T value;

  private Snapshot(T first) {
    this.value = first;
  }

  /// Reads now and after each change of these tables.
  public static <T> Snapshot<T> of(Notices notices, Supplier<T> read, String... tables) {
    var snapshot = new Snapshot<>(read.get());
    for (var table : tables) {
      notices.on(table, () -> snapshot.value = read.get());
    }
    return snapshot;
  }

  @Override
  public T get() {
    return value;
  }
}
