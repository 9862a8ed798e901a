package org.shiriki.api;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;

/// Keeps answers in PostgreSQL, so that every node gives them.
public final class PgOnce implements Once {
  private static final Sql ASK =
      new Sql(
          "api.once_ask",
          """
          insert into api_once as kept (account, key, request, at) values ($1, $2, $3, $4)
          on conflict (account, key) do update set at = kept.at
          returning request, reply, location, version
          """);
  private static final Sql KEEP =
      new Sql(
          "api.once_keep",
          """
          update api_once set reply = $3, location = $4, version = $5
          where account = $1 and key = $2
          """);
  private static final Sql DROP =
      new Sql(
          "api.once_drop",
          "delete from api_once where account = $1 and key = $2 and reply is null");

  private static final Sql SWEEP = new Sql("api.once_sweep", "delete from api_once where at < $1");

  private final Database database;
  private final InstantSource clock;

  public PgOnce(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Forgets answers of a day ago.
  public static void sweep(Database database, Instant now) {
    database.run(SWEEP, now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC));
  }

  @Override
  public Known ask(Name name) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return database
        .first(ASK, row -> known(row, name.hash()), name.account(), name.key(), name.hash(), now)
        .orElseThrow();
  }

  private static Known known(Row row, String hash) {
    if (!row.getString("request").equals(hash)) {
      return new Known.Other();
    }
    if (row.getValue("reply") == null) {
      return new Known.Open();
    }
    return new Known.Answered(
        new Reply.Created(
            row.getString("location"), Json.parse(row.getString("reply")), row.getLong("version")));
  }

  @Override
  public void keep(Name name, Reply.@Nullable Created reply) {
    if (reply == null) {
      database.run(DROP, name.account(), name.key());
      return;
    }
    database.run(
        KEEP, name.account(), name.key(), Json.write(reply.body()), reply.path(), reply.version());
  }
}
