package org.shiriki.sms;

import io.vertx.core.buffer.Buffer;
import org.shiriki.pg.Database;
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

  public static final SealedColumn NUMBERS =
      new SealedColumn("outbox", "phone", "'outbox/' || citizen_key");

  private static final Sql PUT =
      new Sql(
          "outbox.put",
          """
          insert into outbox (citizen_key, once, phone, lane, text) values ($1, $2, $3, $4, $5)
          on conflict (citizen_key, once) do nothing
          """);

  private final Database database;
  private final Vault vault;

  public PgOutbox(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  @Override
  public boolean put(Message message) {
    var key = message.to().text();
    var phone = Buffer.buffer(vault.seal(message.phone().e164(), "outbox/" + key));
    return database.change(PUT, key, message.once(), phone, message.lane().name(), message.text())
        == 1;
  }
}
