package org.shiriki.pg;

import java.util.function.Supplier;

/// A copy of reference data in memory, read again whenever any node changes it.
///
/// @param <T> an immutable value
public final class Snapshot<T> implements Supplier<T> {
  private final Supplier<T> read;
  private volatile T value;

  private Snapshot(Supplier<T> read, T first) {
    this.read = read;
    this.value = first;
  }

  /// Reads now and after each change of these tables; a change between listening and reading is
  /// read too.
  public static <T> Snapshot<T> of(Notices notices, Supplier<T> read, String... tables) {
    var snapshot = new Snapshot<>(read, read.get());
    for (var table : tables) {
      notices.on(table, snapshot::refresh);
    }
    snapshot.refresh();
    return snapshot;
  }

  private synchronized void refresh() {
    value = read.get();
  }

  @Override
  public T get() {
    return value;
  }
}
