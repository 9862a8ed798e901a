package org.shiriki.concern;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.PhoneKey;

/// Keeps replies that wait in PostgreSQL.
public final class PgReplies implements Replies {
  private static final Sql NEXT =
      new Sql(
          "reply.next",
          """
          select reply_waiting.reference, reply_waiting.number, known_as, note
          from reply_waiting join concern_event
            on concern_event.reference = reply_waiting.reference
            and concern_event.number = reply_waiting.number
          where person = $1 and until > $2
            and not exists (select from report_pin where citizen_key = $1)
            and not exists (
              select from outbox where citizen_key = $1
                and once = 'concern/' || reply_waiting.reference || '/' || reply_waiting.number
                and state in ('ACCEPTED', 'DELIVERED'))
          order by until, reply_waiting.reference limit 1
          """);
  private static final Sql SEEN =
      new Sql(
          "reply.seen",
          "delete from reply_waiting where reference = $1 and number = $2 and person = $3");

  private final Database database;

  public PgReplies(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Waiting> next(PhoneKey person, Instant now) {
    return database.first(NEXT, PgReplies::waiting, person.text(), now.atOffset(ZoneOffset.UTC));
  }

  @Override
  public void seen(Waiting reply, PhoneKey person) {
    database.run(SEEN, reply.reference().code(), reply.event(), person.text());
  }

  private static Waiting waiting(Row row) {
    return new Waiting(
        new Reference(row.getString("reference")),
        row.getInteger("number"),
        new Reference(row.getString("known_as")),
        row.getString("note"));
  }
}
