package org.shiriki.ussd;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.ScreenJson;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;
import org.shiriki.sms.Segments;

/// Finds who broke off in the turns that are kept. That a session is over nobody writes down: it is
/// one of which nothing more came.
public final class PgDrops implements Drops {
  private static final int PAGE = 500;

  private static final Sql EACH =
      new Sql(
          "ussd.dropped",
          """
          select session_id, turn.citizen_key, at, open, brief, sealed, language
          from ussd_turn as turn join citizen on citizen.citizen_key = turn.citizen_key
          where at > $1 and at <= $2 and (at, session_id) > ($3, $4) and open and not brief
            and phone is not null and muted = ''
            and exists (
              select from consent
              where consent.citizen_key = turn.citizen_key and withdrawn_at is null)
            and not exists (
              select from ussd_turn as later
              where later.citizen_key = turn.citizen_key
                and (later.at > turn.at or (later.at = turn.at
                  and (later.session_id <> turn.session_id
                    or later.text_length > turn.text_length))))
            and not exists (
              select from sms_in
              where sms_in.citizen_key = turn.citizen_key and received_at > turn.at)
            and not exists (
              select from outbox where outbox.citizen_key = turn.citizen_key and once = $5)
          order by at, session_id limit $6
          """);

  /// It counts as queued when the session broke off, for that is what it is of use after.
  private static final Sql REMIND =
      new Sql(
          "ussd.remind",
          """
          insert into outbox
            (citizen_key, once, lane, purpose, text, segments, queued_at, due_at)
          select citizen_key, $2, 'STATUS', 'REMINDER', $3, $4, $5, $6
          from citizen where citizen_key = $1 and phone is not null
            and not exists (
              select from ussd_turn as later where later.citizen_key = $1 and later.at > $5)
            and not exists (
              select from sms_in where sms_in.citizen_key = $1 and received_at > $5)
          on conflict (citizen_key, once) do nothing
          """);

  private final Database database;
  private final PgTurns rows;

  public PgDrops(Database database, Vault vault, ScreenJson json) {
    this.database = database;
    this.rows = new PgTurns(vault, json);
  }

  @Override
  public void each(Instant after, Instant until, String once, Consumer<Drop> use) {
    var last = at(after);
    var session = "";
    for (var count = PAGE; count == PAGE; ) {
      count = 0;
      for (var row : database.run(EACH, at(after), at(until), last, session, once, PAGE)) {
        count++;
        last = row.getOffsetDateTime("at");
        session = row.getString("session_id");
        use(row, use);
      }
    }
  }

  private void use(Row row, Consumer<Drop> use) {
    var turn = rows.after(null, row);
    if (turn != null) {
      var language = Language.of(row.getString("language"));
      use.accept(new Drop(turn.phone(), language, turn.at(), turn.conversation()));
    }
  }

  @Override
  public boolean remind(Drop drop, String once, String text, Instant now) {
    PhoneKey person = drop.person();
    return database.change(
            REMIND, person.text(), once, text, Segments.of(text).parts(), at(drop.at()), at(now))
        == 1;
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
