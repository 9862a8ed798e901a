package org.shiriki.pg;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Statements that happen together or not at all; made by [Database#transaction].
public final class Transaction implements Queries {
  private final Database database;
  private final SqlConnection connection;

  Transaction(Database database, SqlConnection connection) {
    this.database = database;
    this.connection = connection;
  }

  @Override
  public Future<RowSet<Row>> send(Sql sql, @Nullable Object... values) {
    return database.send(connection, sql, values);
  }

  @Override
  public RowSet<Row> run(Sql sql, @Nullable Object... values) {
    return database.run(connection, sql, values);
  }

  @Override
  public void batch(Sql sql, List<Tuple> rows) {
    database.batch(connection, sql, rows);
  }
}
