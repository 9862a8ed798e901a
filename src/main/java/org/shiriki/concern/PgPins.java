package org.shiriki.concern;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.SlowHash;
import org.shiriki.privacy.Vault;

/// Keeps PINs in PostgreSQL: a slow hash of a keyed hash, so that whoever has the database and not
/// the keys cannot try even ten thousand PINs.
public final class PgPins implements Pins {
  private static final Sql GUARDS =
      new Sql("pin.guards", "select from report_pin where citizen_key = $1");
  private static final Sql SET =
      new Sql(
          "pin.set",
          """
          insert into report_pin (citizen_key, hash) values ($1, $2)
          on conflict (citizen_key) do update set hash = excluded.hash, tries = '{}'
          """);

  /// The row's own lock lets tries through one at a time, whichever node they come by.
  private static final Sql TRY =
      new Sql(
          "pin.try",
          """
          with tried as (
            update report_pin
            set tries = array(select t from unnest(tries) as t where t > $3) || $2::timestamptz
            where citizen_key = $1
              and (select count(*) from unnest(tries) as t where t > $3) < $4
            returning hash)
          select (select hash from tried) as hash from report_pin where citizen_key = $1
          """);

  private static final Sql OPENED =
      new Sql("pin.opened", "update report_pin set tries = '{}' where citizen_key = $1");
  private static final Sql LEAVE_BEHIND =
      new Sql(
          "pin.leave_behind",
          """
          with gone as (delete from report_pin where citizen_key = $1 returning citizen_key),
          unnamed as (
            update concern set reporter = null from gone where reporter = gone.citizen_key),
          unfollowed as (
            update voice set follower = null from gone where follower = gone.citizen_key),
          unasked as (delete from fix_question using gone where person = gone.citizen_key),
          untold as (delete from reply_waiting using gone where person = gone.citizen_key)
          update citizen set question_until = null from gone
          where citizen.citizen_key = gone.citizen_key
          """);

  private final Database database;
  private final Vault vault;
  private final SlowHash hashes;

  /// The keeper.
  ///
  /// @param hashes must not hold up the caller's thread
  public PgPins(Database database, Vault vault, SlowHash hashes) {
    this.database = database;
    this.vault = vault;
    this.hashes = hashes;
  }

  @Override
  public boolean guards(PhoneKey person) {
    return database.first(GUARDS, Optional::of, person.text()).isPresent();
  }

  @Override
  public String conceal(PhoneKey person, Pin pin) {
    return hashes.of(peppered(person, pin));
  }

  @Override
  public boolean set(PhoneKey person, String concealed, Pin repeated) {
    if (!hashes.fits(peppered(person, repeated), concealed)) {
      return false;
    }
    database.run(SET, person.text(), concealed);
    return true;
  }

  @Override
  public Try open(PhoneKey person, Pin pin, Instant now) {
    var row =
        database.first(
            TRY,
            found -> Optional.ofNullable(found.getString("hash")),
            person.text(),
            now.atOffset(ZoneOffset.UTC),
            now.minus(WINDOW).atOffset(ZoneOffset.UTC),
            TRIES);
    if (row.isEmpty()) {
      return Try.OPENED;
    }
    return row.get().map(hash -> compare(person, pin, hash)).orElse(Try.REFUSED);
  }

  private Try compare(PhoneKey person, Pin pin, String hash) {
    if (!hashes.fits(peppered(person, pin), hash)) {
      return Try.WRONG;
    }
    database.run(OPENED, person.text());
    return Try.OPENED;
  }

  @Override
  public void leaveBehind(PhoneKey person) {
    database.run(LEAVE_BEHIND, person.text());
  }

  private String peppered(PhoneKey person, Pin pin) {
    return vault.mark("report.pin", person.text() + '\n' + pin.digits());
  }
}
