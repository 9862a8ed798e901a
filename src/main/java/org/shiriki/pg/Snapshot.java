package org.shiriki.pg;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A copy of reference data in memory, read again whenever any node changes it.
///
/// @param <T> an immutable value
public final class Snapshot<T> implements Supplier<T> {
  private final Supplier<T> read;
  private volatile @Nullable T value;

  private Snapshot(Supplier<T> read) {
    this.read = read;
  }

  /// Reads now and after each change of these tables. It listens first, so that a change meanwhile
  /// is not missed.
  public static <T> Snapshot<T> of(Notices notices, Supplier<T> read, String... tables) {
    var snapshot = new Snapshot<>(read);
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
    return Objects.requireNonNull(value);
  }
}
