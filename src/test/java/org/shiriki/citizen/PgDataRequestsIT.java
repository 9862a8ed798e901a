package org.shiriki.citizen;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.Town;
import org.shiriki.dialogue.Language;
import org.shiriki.pg.TestDatabase;
import org.shiriki.place.Residence;
import org.shiriki.privacy.PhoneKey;

class PgDataRequestsIT implements DataRequestsContract {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Random RANDOM = new Random(7);

  @Override
  public DataRequests requests() {
    return new PgDataRequests(TOWN.database(), RANDOM);
  }

  @Override
  public PhoneKey consenting() {
    var key = passing();
    citizens()
        .consents(
            key,
            Town.AMINA,
            new Residence.In(Town.SHELLA),
            new Consent("Nakubali", Language.KISWAHILI, Channel.USSD, NOON));
    return key;
  }

  @Override
  public PhoneKey passing() {
    var key = new PhoneKey(UUID.randomUUID().toString());
    citizens().speaks(key, Language.KISWAHILI);
    return key;
  }

  @Override
  public void leaves(PhoneKey person) {
    citizens().leave(person);
  }

  private static Citizens citizens() {
    return new PgCitizens(TOWN.database(), Town.VAULT);
  }
}
