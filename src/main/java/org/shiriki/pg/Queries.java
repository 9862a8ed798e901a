package org.shiriki.pg;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What runs statements: the database itself, each statement on its own, or a transaction. All
/// methods but [#send] wait for the answer, and throw [SqlFailure] when it is a failure; they are
/// for virtual threads and never for an event loop.
public sealed interface Queries permits Database, Transaction {
  /// Runs a statement without waiting.
  Future<RowSet<Row>> send(Sql sql, @Nullable Object... values);

  /// Runs a statement once for each row of values, in one trip.
  void batch(Sql sql, List<Tuple> rows);

  /// Runs a statement and gives its rows.
  RowSet<Row> run(Sql sql, @Nullable Object... values);

  /// Runs a statement and gives how many rows it touched.
  default int change(Sql sql, @Nullable Object... values) {
    return run(sql, values).rowCount();
  }

  /// Runs a statement and gives its first row, if there is one.
  default <T> Optional<T> first(Sql sql, Function<Row, T> read, @Nullable Object... values) {
    var rows = run(sql, values).iterator();
    return rows.hasNext() ? Optional.of(read.apply(rows.next())) : Optional.empty();
  }

  /// Runs a statement and gives all its rows.
  default <T> List<T> list(Sql sql, Function<Row, T> read, @Nullable Object... values) {
    var rows = run(sql, values);
    var all = new ArrayList<T>(rows.size());
    rows.forEach(row -> all.add(read.apply(row)));
    return List.copyOf(all);
  }
}
