package org.shiriki.citizen;

import org.shiriki.dialogue.Text;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.PhoneKey;

/// Tells a person how many SMS to and from them are kept, and how many are still to be sent.
public final class PgMessages implements Holding {
  private static final Sql COUNT =
      new Sql(
          "citizen.messages",
          """
          select (count(*) + (select count(*) from sms_in where citizen_key = $1))::int as kept,
            (count(*) filter (where state in ('QUEUED', 'SENDING')))::int as waiting
          from outbox where citizen_key = $1
          """);

  private final Database database;

  public PgMessages(Database database) {
    this.database = database;
  }

  @Override
  public Text about(PhoneKey key) {
    return database
        .first(COUNT, row -> line(row.getInteger("kept"), row.getInteger("waiting")), key.text())
        .orElseGet(() -> line(0, 0));
  }

  /// `SMS: 3, zinazosubiri: 1`.
  public static Text line(int kept, int waiting) {
    return Text.of("SMS: {kept}, zinazosubiri: {waiting}", "SMS kept: {kept}, waiting: {waiting}")
        .with("kept", kept)
        .with("waiting", waiting);
  }
}
