package org.shiriki.broadcast;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shiriki.Town;
import org.shiriki.broadcast.Mailings.Ledger;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;

/// Many people who agreed to be written to, every other one in English, all of one ward and told of
/// water; on a database of their own.
public final class Village {
  private static final int AT_ONCE = 20_000;

  private static final Sql PEOPLE =
      new Sql(
          "test.people",
          """
          insert into citizen (citizen_key, language, ward, phone)
          select key, language, $4, phone
          from unnest($1::text[], $2::text[], $3::bytea[]) as given (key, language, phone)
          """);
  private static final Sql CONSENTS =
      new Sql(
          "test.consents",
          """
          insert into consent (citizen_key, wording, language, channel, given_at)
          select key, 'yes', 'sw', 'USSD', '2026-01-01' from unnest($1::text[]) as key
          """);
  private static final Sql TOPIC =
      new Sql(
          "test.topic",
          """
          insert into alert_topic (id, position, title_sw, title_en, about_sw, about_en)
          values ('water', 100, 'Maji', 'Water', '', '') on conflict do nothing
          """);
  private static final Sql WISHES =
      new Sql(
          "test.wishes",
          """
          insert into subscription (citizen_key, topic, place)
          select key, 'water', '*' from unnest($1::text[]) as key
          """);

  private final Database database;
  private final Vault vault;

  public Village(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
    database.run(TOPIC);
  }

  /// Somebody's number: an ordinary one of the simulator's.
  public static Phone phone(int who) {
    return new Phone("+2547%08d".formatted(who));
  }

  public PhoneKey key(int who) {
    return vault.keyOf(phone(who));
  }

  /// Moves so many people in.
  public Village settle(int people) {
    for (var from = 0; from < people; from += AT_ONCE) {
      settle(from, Math.min(people, from + AT_ONCE));
    }
    return this;
  }

  private void settle(int from, int until) {
    var keys = each(from, until).map(who -> key(who).text()).toArray(String[]::new);
    var languages = each(from, until).map(who -> who % 2 == 0 ? "sw" : "en").toArray(String[]::new);
    var numbers =
        each(from, until)
            .map(who -> Buffer.buffer(vault.seal(phone(who).e164(), "citizen/" + keys[who - from])))
            .toArray(Buffer[]::new);
    database.run(PEOPLE, keys, languages, numbers, Town.SHELLA);
    database.run(CONSENTS, (Object) keys);
    database.run(WISHES, (Object) keys);
  }

  private static Stream<Integer> each(int from, int until) {
    return IntStream.range(from, until).boxed();
  }

  /// How many are in each state: `SKIPPED:CAP` 3.
  public static Map<String, Integer> states(Ledger ledger) {
    return ledger.lines().stream()
        .collect(
            Collectors.toMap(
                line -> line.state() + (line.reason().isEmpty() ? "" : ":" + line.reason()),
                Mailings.Line::people,
                Integer::sum,
                TreeMap::new));
  }
}
