package org.shiriki.sms;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.shiriki.pg.Database;
import org.shiriki.pg.Queries;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.Vault;
import org.shiriki.upkeep.Keepsake;
import org.shiriki.upkeep.SealedColumn;

/// Messages on their way, in PostgreSQL.
public final class PgOutbox implements Outbox {
  public static final Keepsake BODIES =
      new Keepsake(
          "sms-bodies",
          "outbox",
          "queued_at < $1",
          "array['citizen/' || citizen_key]",
          "delete from outbox");

  /// Answers to people who never agreed that we keep their number, or who left since.
  public static final Keepsake TO_STRANGERS =
      new Keepsake(
          "sms-to-strangers",
          "outbox",
          "queued_at < $1 and not exists (select from citizen"
              + " where citizen.citizen_key = outbox.citizen_key and citizen.phone is not null)",
          "array['citizen/' || citizen_key]",
          "delete from outbox");

  public static final SealedColumn NUMBERS =
      new SealedColumn("outbox", "phone", "'outbox/' || citizen_key");

  /// How many [#columns] there are.
  static final int COLUMNS = 8;

  private static final Sql PUT =
      new Sql(
          "outbox.put",
          """
          insert into outbox
            (citizen_key, once, phone, lane, purpose, text, segments, queued_at, due_at)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
          on conflict (citizen_key, once) do nothing
          """);

  private final Database database;
  private final Vault vault;
  private final InstantSource clock;

  public PgOutbox(Database database, Vault vault, InstantSource clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public boolean put(Message message) {
    return put(database, message);
  }

  /// The same, together with what else a transaction does.
  public boolean put(Queries within, Message message) {
    var values = new ArrayList<Object>();
    values.add(message.to().text());
    values.addAll(columns(message, vault, clock.instant()));
    return within.change(PUT, values.toArray()) == 1;
  }

  /// What is kept of a message beside whom it is for: from `once` to `due_at`.
  static List<Object> columns(Message message, Vault vault, Instant now) {
    return List.of(
        message.once(),
        Buffer.buffer(vault.seal(message.phone().e164(), "outbox/" + message.to().text())),
        message.lane().name(),
        message.purpose().name(),
        message.text(),
        Segments.of(message.text()).parts(),
        now.atOffset(ZoneOffset.UTC),
        message.purpose().opens(now).atOffset(ZoneOffset.UTC));
  }
}
