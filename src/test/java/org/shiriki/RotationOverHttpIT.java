package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.citizen.FirstName;
import org.shiriki.citizen.PgCitizens;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.Vault;
import org.shiriki.upkeep.PgRotation;
import org.shiriki.upkeep.SealedColumn;

/// Everything that is kept sealed is sealed anew while people go on over HTTP, and nobody notices.
class RotationOverHttpIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final int BEFORE = 60;
  private static final int WRITERS = 4;
  private static final int FEWEST_EACH = 3;

  private static final Sql COLUMNS =
      new Sql(
          "test.columns",
          """
          select table_name || '.' || column_name as name from information_schema.columns
          where table_schema = 'public' and data_type = 'bytea'
            and table_name <> 'scheduled_tasks' -- its only bytes are none, by a check
          """);

  private static final String HOOK =
      "{'url':'https://example.org','note':'Forum','events':['POLL_CLOSED'],'active':false}";

  private final AtomicInteger people = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();

  private static TestGateway node(Keys keys) {
    return TestGateway.on(TOWN.url(), InstantSource.system(), Map.of("SHIRIKI_KEYS", keys.text()));
  }

  /// What no door takes yet: a name, as it stands on paper.
  private static void isCalled(TestPhone phone, Keys keys) {
    var vault = new Vault(keys);
    new PgCitizens(TOWN.database(), vault)
        .isCalled(vault.keyOf(new Phone(phone.number())), new FirstName("Mwanaisha"));
  }

  /// Agrees, tells in confidence with a wish to be called, gives an opinion, and asks for a text by
  /// SMS, a webhook gets a secret, and a director names a phone: something for every sealed column.
  private TestPhone doesEverything(TestGateway gateway) {
    var phone = gateway.phone("+2547119%05d".formatted(people.incrementAndGet()));
    says(phone, "2", "6", "3", "2", "1", "1");
    says(phone, "2", "13", "1", "1", "2", "1", "1", "2", "2", "2", "embe dodo", "Aliniumiza jana");
    says(phone, "3", "1", "5", "1", "1", "1", "1");
    says(phone, "1", "3", "1", "1", "1");
    writes(gateway, phone.number(), "DATA");
    writes(gateway, "MTN", "Win a prize");
    var director = Desk.director(gateway);
    director.post("/me/second-factor");
    director.post("/me/phone", "{'phone':'+254711900999'}");
    var hook = director.with("Idempotency-Key", "rotation").post("/webhooks", HOOK);
    director.post(hook.header("Location").replace("/api/v1", "") + "/secret");
    return phone;
  }

  /// The number of a person goes when they are answered; the name of another sender stays.
  private static void writes(TestGateway gateway, String sender, String text) {
    gateway.post(
        "/at/local/sms",
        "application/x-www-form-urlencoded",
        "id=%s&from=%s&text=%s".formatted(UUID.randomUUID(), sender.replace("+", "%2B"), text));
  }

  private String says(TestPhone phone, String... answers) {
    var screen = phone.dial();
    for (var answer : answers) {
      screen = phone.say(answer);
      if (!screen.startsWith("CON ")) {
        faults.add(screen);
      }
    }
    return screen;
  }

  private static List<String> filled() {
    return Registry.SEALED.stream()
        .filter(column -> !sealed(column).isEmpty())
        .map(RotationOverHttpIT::name)
        .toList();
  }

  private static String name(SealedColumn column) {
    return column.table() + '.' + column.column();
  }

  private record Sealed(Buffer text, String place) {}

  private static List<Sealed> sealed(SealedColumn column) {
    var rows =
        new Sql(
            "test.sealed",
            "select %s as sealed, %s as place from %s where length(%1$s) > 0"
                .formatted(column.column(), column.place(), column.table()));
    return TOWN.database()
        .list(rows, row -> new Sealed(row.getBuffer("sealed"), row.getString("place")));
  }

  @Test
  void every_column_of_bytes_is_registered_as_sealed() {
    var columns = TOWN.database().list(COLUMNS, row -> row.getString("name"));

    assertThat(Registry.SEALED.stream().map(RotationOverHttpIT::name))
        .containsExactlyInAnyOrderElementsOf(columns);
  }

  @Test
  void under_load_every_column_is_sealed_anew_and_nobody_notices() throws Exception {
    var old = Keys.generate();
    var used = old.withNewKey().usingNewest();
    TestPhone first;
    try (var gateway = node(old)) {
      first = doesEverything(gateway);
      isCalled(first, old);
      for (var person = 1; person < BEFORE; person++) {
        doesEverything(gateway);
      }
      Watch.until(RotationOverHttpIT::filled, columns -> columns.size() == Registry.SEALED.size());
    }
    assertThat(filled())
        .as("what the test fills; a new sealed column needs a line in doesEverything")
        .containsExactlyElementsOf(Registry.SEALED.stream().map(RotationOverHttpIT::name).toList());

    try (var gateway = node(used)) {
      sealAnewUnderLoad(gateway, new Vault(used), first);
    }

    assertThat(faults).isEmpty();
    var alone = used.withoutOldKeys();
    var opened = openAll(new Vault(alone));
    System.out.printf(
        "Rotation over HTTP: %d people, %d texts open with the new key alone%n",
        people.get(), opened);
    try (var gateway = node(alone)) {
      assertThat(says(first.at(gateway), "6", "3", "1")).startsWith("CON Phone: +2547*****001\n");
      assertThat(says(first.at(gateway), "3")).contains("(answered)");
    }
  }

  /// People go on until all is sealed anew, and each of them for a while in any case.
  private void sealAnewUnderLoad(TestGateway gateway, Vault vault, TestPhone first)
      throws Exception {
    var rotation = new PgRotation(TOWN.database(), vault, Registry.SEALED);
    var done = new AtomicBoolean();
    var calls = new ArrayList<Callable<Integer>>();
    for (var writer = 0; writer < WRITERS; writer++) {
      calls.add(() -> {
        var each = 0;
        for (; each < FEWEST_EACH || !done.get(); each++) {
          doesEverything(gateway);
        }
        return each;
      });
    }
    calls.add(() -> {
      for (var read = 0; read < FEWEST_EACH || !done.get(); read++) {
        assertThat(says(first.at(gateway), "6", "3", "1")).startsWith("CON Phone: +2547*****001");
      }
      return 0;
    });
    calls.add(() -> {
      while (rotation.remaining() > 0) {
        rotation.pass();
      }
      done.set(true);
      return 0;
    });
    Crowd.atOnce(calls);
    assertThat(rotation.remaining()).isZero();
  }

  private static int openAll(Vault vault) {
    var opened = 0;
    for (var column : Registry.SEALED) {
      for (var row : sealed(column)) {
        assertThat(vault.open(row.text.getBytes(), row.place)).isNotEmpty();
        opened++;
      }
    }
    return opened;
  }
}
