package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.citizen.Channel;
import org.shiriki.citizen.Consent;
import org.shiriki.citizen.PgCitizens;
import org.shiriki.dialogue.Language;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.place.Residence;
import org.shiriki.privacy.KeyFailure;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.Vault;
import org.shiriki.sms.Message;
import org.shiriki.sms.PgOutbox;
import org.shiriki.upkeep.PgRotation;

/// A key is added, everything is sealed anew while people go on, and the old key goes.
class RotationIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final int BEFORE = 3_000;
  private static final int MEANWHILE = 1_000;
  private static final int WRITERS = 4;
  private static final int READERS = 2;

  private static final Sql NUMBERS =
      new Sql(
          "test.numbers",
          """
          select phone, 'citizen/' || citizen_key as place from citizen
          union all select phone, 'outbox/' || citizen_key from outbox
          """);

  @Test
  void under_load_nothing_is_ever_unreadable_and_at_the_end_the_old_key_can_go()
      throws InterruptedException, ExecutionException {
    var old = Keys.generate();
    var both = Keys.parse(old.withNewKey().usingNewest().text());
    people(new Vault(old), 0, BEFORE);
    var vault = new Vault(both);
    var rotation = new PgRotation(TOWN.database(), vault, Registry.SEALED);
    assertThat(rotation.remaining()).isEqualTo(2L * BEFORE);

    var done = new AtomicBoolean();
    var read = new AtomicInteger();
    var calls = new ArrayList<Callable<Long>>();
    for (var writer = 0; writer < WRITERS; writer++) {
      var from = writer * MEANWHILE;
      calls.add(() -> people(vault, from, from + MEANWHILE));
    }
    for (var reader = 0; reader < READERS; reader++) {
      calls.add(() -> {
        while (!done.get()) {
          read.addAndGet(readAll(vault));
        }
        return 0L;
      });
    }
    calls.add(() -> {
      var sealed = 0L;
      while (rotation.remaining() > 0) {
        sealed += rotation.pass();
      }
      done.set(true);
      return sealed;
    });
    var sealed = Crowd.atOnce(calls).getLast();

    System.out.printf(
        "Rotation: %d texts sealed anew while %d people wrote and %d texts were read%n",
        sealed, WRITERS * MEANWHILE, read.get());
    assertThat(rotation.remaining()).isZero();
    var newOnly = new Vault(Keys.parse(both.withoutOldKeys().text()));
    assertThat(readAll(newOnly)).isGreaterThanOrEqualTo(2 * BEFORE);
    assertThatThrownBy(() -> readAll(new Vault(old))).isInstanceOf(KeyFailure.class);
  }

  @Test
  void numbers_are_found_by_the_same_key_after_a_rotation() {
    var old = Keys.generate();

    var rotated = old.withNewKey().usingNewest().withoutOldKeys();

    assertThat(new Vault(rotated).keyOf(Town.AMINA)).isEqualTo(new Vault(old).keyOf(Town.AMINA));
  }

  private static long people(Vault vault, int from, int to) {
    var citizens = new PgCitizens(TOWN.database(), vault);
    var outbox = new PgOutbox(TOWN.database(), vault, InstantSource.system());
    for (var person = from; person < to; person++) {
      var phone = new Phone("+2547%08d".formatted(person));
      var key = vault.keyOf(phone);
      var consent = new Consent("Nakubali", Language.KISWAHILI, Channel.USSD, Town.MORNING);
      citizens.consents(key, phone, new Residence.Unknown(), consent);
      outbox.put(new Message(key, phone, Message.Lane.REPLY, "Habari", "once"));
    }
    return 0;
  }

  private static int readAll(Vault vault) {
    List<String> numbers =
        TOWN.database()
            .list(
                NUMBERS,
                row -> vault.open(row.getBuffer("phone").getBytes(), row.getString("place")));
    assertThat(numbers).allMatch(number -> number.startsWith("+2547"));
    return numbers.size();
  }
}
