package org.shiriki.pg;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database as the keepers see it: statements and transactions over one shared pool, each timed
/// as `shiriki_database_seconds` by its statement's name.
public final class Database implements Queries, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final Sql BEGIN = new Sql("begin", "begin");
  private static final Sql COMMIT = new Sql("commit", "commit");
  private static final Sql PING = new Sql("ping", "select 1");
  private static final Sql ROLLBACK = new Sql("rollback", "rollback");

  private final Pool pool;
  private final Duration limit;
  private final MeterRegistry meters;
  private final ConcurrentMap<String, Timer> timers = new ConcurrentHashMap<>();

  private Database(Pool pool, Duration limit, MeterRegistry meters) {
    this.pool = pool;
    this.limit = limit;
    this.meters = meters;
  }

  /// How many connections the pool opens at most, how long a caller waits for one, and after how
  /// long the server gives a statement up.
  public record PoolSettings(int connections, Duration patience, Duration statementLimit) {
    /// What fits a small machine and PostgreSQL's default of a hundred connections.
    public static final PoolSettings DEFAULT =
        new PoolSettings(32, Duration.ofSeconds(3), Duration.ofSeconds(5));
  }

  /// Opens the pool; made once and shared. Connections are opened when they are first needed.
  public static Database connect(
      Vertx vertx, DatabaseUrl url, PoolSettings settings, MeterRegistry meters) {
    var options = url.connectOptions();
    options.addProperty("application_name", "shiriki");
    options.addProperty("statement_timeout", Long.toString(settings.statementLimit().toMillis()));
    options.setCachePreparedStatements(true);
    var pool =
        PgBuilder.pool()
            .with(pooling(settings))
            .with(transport(settings))
            .connectingTo(options)
            .using(vertx)
            .build();
    var limit = settings.patience().plus(settings.statementLimit()).plusSeconds(1);
    return new Database(pool, limit, meters);
  }

  private static PoolOptions pooling(PoolSettings settings) {
    return new PoolOptions()
        .setMaxSize(settings.connections())
        .setShared(false)
        .setConnectionTimeout(Math.toIntExact(settings.patience().toMillis()))
        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
  }

  private static NetClientOptions transport(PoolSettings settings) {
    return new NetClientOptions()
        .setConnectTimeout(Math.toIntExact(settings.patience().toMillis()))
        .setTcpKeepAlive(true);
  }

  @Override
  public Future<RowSet<Row>> send(Sql sql, @Nullable Object... values) {
    return send(pool, sql, values);
  }

  @Override
  public RowSet<Row> run(Sql sql, @Nullable Object... values) {
    return run(pool, sql, values);
  }

  @Override
  public void batch(Sql sql, List<Tuple> rows) {
    batch(pool, sql, rows);
  }

  /// Does the work in a transaction: committed when the work returns, rolled back when it throws.
  /// What the work decides must not be shown to anybody before this method has returned.
  public <T> T transaction(Function<Transaction, T> work) {
    var connection = await(BEGIN, pool::getConnection);
    try {
      var transaction = await(BEGIN, connection::begin);
      var committed = false;
      try {
        var result = work.apply(new Transaction(this, connection));
        await(COMMIT, transaction::commit);
        committed = true;
        return result;
      } finally {
        if (!committed) {
          rollBack(transaction::rollback);
        }
      }
    } finally {
      connection.close();
    }
  }

  /// Whether the server answers.
  public Future<Void> reachable() {
    return send(PING).mapEmpty();
  }

  /// Closes all connections.
  @Override
  public void close() {
    pool.close().await();
  }

  Future<RowSet<Row>> send(SqlClient client, Sql sql, @Nullable Object... values) {
    return timed(sql, () -> query(client, sql).execute(Tuple.wrap(values)))
        .recover(cause -> Future.failedFuture(SqlFailure.of(sql, cause)));
  }

  RowSet<Row> run(SqlClient client, Sql sql, @Nullable Object... values) {
    return await(sql, () -> query(client, sql).execute(Tuple.wrap(values)));
  }

  void batch(SqlClient client, Sql sql, List<Tuple> rows) {
    if (!rows.isEmpty()) {
      await(sql, () -> query(client, sql).executeBatch(rows));
    }
  }

  private static PreparedQuery<RowSet<Row>> query(SqlClient client, Sql sql) {
    return client.preparedQuery(sql.text());
  }

  /// The failure that led here matters more than one of the roll-back, which the server does by
  /// itself when the connection is gone.
  private void rollBack(Supplier<Future<Void>> command) {
    try {
      await(ROLLBACK, command);
    } catch (SqlFailure failure) {
      LOG.atWarn().setCause(failure).log("A roll-back failed");
    }
  }

  /// Waits, and wraps here what the driver throws, so that the caller's line is in the trace.
  private <T> T await(Sql sql, Supplier<Future<T>> command) {
    try {
      return timed(sql, command).await();
    } catch (Exception failure) {
      throw SqlFailure.of(sql, failure);
    }
  }

  private <T> Future<T> timed(Sql sql, Supplier<Future<T>> command) {
    var started = System.nanoTime();
    var limited = command.get().timeout(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (!sql.measured()) {
      return limited;
    }
    return limited.onComplete(
        _ -> timer(sql).record(System.nanoTime() - started, TimeUnit.NANOSECONDS));
  }

  private Timer timer(Sql sql) {
    return timers.computeIfAbsent(
        sql.name(),
        name ->
            Timer.builder("shiriki.database")
                .description("Time that statements take, waiting for a connection included")
                .tag("statement", name)
                .register(meters));
  }
}
