package org.shiriki.citizen;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;

/// Copies the SMS to a person and from them, with their words as far as those are kept.
public final class PgMessageCopies implements Copies {
  private static final Sql SENT =
      new Sql(
          "citizen.messages_sent",
          """
          select queued_at as at, state, coalesce(wording.text, outbox.text) as words
          from outbox left join broadcast_wording as wording
            on outbox.broadcast > 0 and wording.broadcast = outbox.broadcast
              and wording.number = outbox.wording
          where citizen_key = $1 order by queued_at
          """);
  private static final Sql RECEIVED =
      new Sql(
          "citizen.messages_received",
          """
          select id, received_at as at, words from sms_in
          where citizen_key = $1 order by received_at
          """);

  private final Database database;
  private final Vault vault;
  private final boolean sent;

  private PgMessageCopies(Database database, Vault vault, boolean sent) {
    this.database = database;
    this.vault = vault;
    this.sent = sent;
  }

  /// Of messages to the person.
  public static Copies sent(Database database, Vault vault) {
    return new PgMessageCopies(database, vault, true);
  }

  /// Of messages from the person.
  public static Copies received(Database database, Vault vault) {
    return new PgMessageCopies(database, vault, false);
  }

  @Override
  public String heading() {
    return sent ? "messagesToYou" : "messagesFromYou";
  }

  @Override
  public List<Map<String, String>> of(PhoneKey person) {
    return sent
        ? database.list(SENT, PgMessageCopies::toThem, person.text())
        : database.list(RECEIVED, this::fromThem, person.text());
  }

  private static Map<String, String> toThem(Row row) {
    return Map.of(
        "at",
        row.getOffsetDateTime("at").toInstant().toString(),
        "state",
        row.getString("state"),
        "words",
        row.getString("words"));
  }

  private Map<String, String> fromThem(Row row) {
    var sealed = row.getBuffer("words");
    var words =
        Objects.isNull(sealed) || sealed.length() == 0
            ? ""
            : vault.open(sealed.getBytes(), "sms/" + row.getString("id"));
    return Map.of("at", row.getOffsetDateTime("at").toInstant().toString(), "words", words);
  }
}
