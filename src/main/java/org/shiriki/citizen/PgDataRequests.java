package org.shiriki.citizen;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.pg.SqlFailure;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.upkeep.Keepsake;

/// Keeps requests in PostgreSQL.
public final class PgDataRequests implements DataRequests {
  public static final Keepsake FULFILLED =
      new Keepsake(
          "data-requests",
          "data_request",
          "answered_at < $1",
          "array['citizen/' || citizen_key]",
          "delete from data_request");

  private static final int ATTEMPTS = 10;

  private static final Sql ASK =
      new Sql(
          "data_request.ask",
          """
          insert into data_request (reference, citizen_key, kind, channel, asked_at, due_at)
          select $1, citizen_key, $3, $4, $5, $6 from citizen
          where citizen_key = $2 and phone is not null
          on conflict (citizen_key, kind) where answered_at is null
            do update set kind = excluded.kind
          returning reference, kind, asked_at, due_at
          """);
  private static final Sql OF =
      new Sql(
          "data_request.of",
          """
          select reference, kind, asked_at, due_at from data_request
          where citizen_key = $1 and answered_at is null order by due_at, reference
          """);
  private static final Sql OPEN =
      new Sql(
          "data_request.open",
          """
          select reference, kind, asked_at, due_at from data_request
          where answered_at is null order by due_at, reference
          """);
  private static final Sql ANSWERED =
      new Sql(
          "data_request.answered",
          "update data_request set answered_at = $2 where reference = $1 and answered_at is null");

  private final Database database;
  private final RandomGenerator random;

  public PgDataRequests(Database database, RandomGenerator random) {
    this.database = database;
    this.random = random;
  }

  @Override
  public Optional<DataRequest> ask(
      PhoneKey key, DataRequest.Kind kind, Channel channel, Instant at) {
    for (var attempt = 1; ; attempt++) {
      try {
        return database.first(
            ASK,
            PgDataRequests::request,
            Ticket.draw(random).digits(),
            key.text(),
            kind.name(),
            channel.name(),
            at(at),
            at(at.plus(DataRequest.CLOCK)));
      } catch (SqlFailure failure) {
        if (!failure.isDuplicateOf("data_request_pkey") || attempt == ATTEMPTS) {
          throw failure;
        }
      }
    }
  }

  @Override
  public List<DataRequest> of(PhoneKey key) {
    return database.list(OF, PgDataRequests::request, key.text());
  }

  @Override
  public List<DataRequest> open() {
    return database.list(OPEN, PgDataRequests::request);
  }

  @Override
  public void answered(Ticket reference, Instant at) {
    database.run(ANSWERED, reference.digits(), at(at));
  }

  private static DataRequest request(Row row) {
    return new DataRequest(
        new Ticket(row.getString("reference")),
        DataRequest.Kind.valueOf(row.getString("kind")),
        row.getOffsetDateTime("asked_at").toInstant(),
        row.getOffsetDateTime("due_at").toInstant());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
