package org.shiriki.upkeep;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongBiFunction;
import org.shiriki.pg.Database;
import org.shiriki.pg.Transaction;
import org.shiriki.privacy.KeyFailure;
import org.shiriki.privacy.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Seals with the newest key what an older one sealed, stretch by stretch, while traffic goes on.
///
/// A stretch is a small transaction. It leaves out rows that somebody is at work on, and is blind
/// to what it has done already, so any number of nodes may do it at once, and one that dies leaves
/// nothing half done.
public final class PgRotation {
  private static final Logger LOG = LoggerFactory.getLogger(PgRotation.class);
  private static final int STRETCH = 16;

  private final Database database;
  private final Vault vault;
  private final List<SealedColumn> columns;

  public PgRotation(Database database, Vault vault, List<SealedColumn> columns) {
    this.database = database;
    this.vault = vault;
    this.columns = List.copyOf(columns);
  }

  /// Goes through all columns once.
  ///
  /// @return how many texts were sealed anew
  public long pass() {
    var sealed = everywhere(this::reseal);
    if (sealed > 0) {
      LOG.atInfo().addKeyValue("rows", sealed).log("Texts were sealed with the newest key");
    }
    return sealed;
  }

  /// How many texts still need an older key.
  public long remaining() {
    return everywhere((column, from) ->
        database
            .first(column.count(), row -> row.getLong("rows"), tid(from), end(from), newest())
            .orElse(0L));
  }

  private long everywhere(ToLongBiFunction<SealedColumn, Long> work) {
    var sum = 0L;
    for (var column : columns) {
      var blocks = database.first(column.blocks(), row -> row.getLong("blocks")).orElse(0L);
      for (var from = 0L; from < blocks; from += STRETCH) {
        sum += work.applyAsLong(column, from);
      }
    }
    return sum;
  }

  private long reseal(SealedColumn column, long from) {
    return database.transaction(transaction -> {
      var rows = transaction.list(column.take(), row -> row, tid(from), end(from), newest());
      return rows.isEmpty() ? 0L : put(column, rows, transaction);
    });
  }

  private long put(SealedColumn column, List<Row> rows, Transaction transaction) {
    var places = new ArrayList<String>();
    var fresh = new ArrayList<Buffer>();
    for (var row : rows) {
      try {
        var sealed = vault.reseal(row.getBuffer("sealed").getBytes(), row.getString("place"));
        places.add(row.getString("row"));
        fresh.add(Buffer.buffer(sealed));
      } catch (KeyFailure failure) {
        LOG.atError()
            .addKeyValue("table", column.table())
            .setCause(failure)
            .log("A text opens with no key of the set");
      }
    }
    return transaction.change(
        column.put(), places.toArray(String[]::new), fresh.toArray(Buffer[]::new));
  }

  private Buffer newest() {
    return Buffer.buffer(vault.newest());
  }

  private static String end(long from) {
    return tid(from + STRETCH);
  }

  private static String tid(long block) {
    return "(" + block + ",0)";
  }
}
