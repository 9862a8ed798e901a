package org.shiriki.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;

class PgOutboxIT implements OutboxContract {
  private static final Sql WAITING =
      new Sql("test", "select text from outbox where citizen_key = $1 order by queued_at");
  private static final Sql PHONES = new Sql("test", "select phone from outbox");

  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  @Override
  public Outbox outbox() {
    return new PgOutbox(TOWN.database(), new Vault(Keys.generate()), InstantSource.system());
  }

  @Override
  public List<String> waiting(PhoneKey person) {
    return TOWN.database().list(WAITING, row -> row.getString("text"), person.text());
  }

  @Test
  void a_number_cannot_be_read_in_the_table() {
    outbox()
        .put(
            new Message(
                new PhoneKey("mwana"),
                new Phone("+254711222333"),
                Message.Lane.REPLY,
                "Habari",
                "once"));

    var phones =
        TOWN.database()
            .list(PHONES, row -> row.getBuffer("phone").toString(StandardCharsets.ISO_8859_1));

    assertThat(phones).noneMatch(phone -> phone.contains("711222333"));
  }
}
