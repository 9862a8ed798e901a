package org.shiriki.citizen;

import java.time.Instant;
import java.time.ZoneOffset;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;

/// Keeps wrong codes in PostgreSQL, under a keyed hash of the person and the kind that joins no
/// other row, for an hour.
public final class PgGuesses implements Guesses {
  /// The row's own lock lets tries through one at a time, whichever node they come by.
  private static final Sql COUNT =
      new Sql(
          "guess.count",
          """
          insert into wrong_code (mark, tries, latest) values ($1, array[$2::timestamptz], $2)
          on conflict (mark) do update
            set tries = array(select t from unnest(wrong_code.tries) as t where t > $3)
                || $2::timestamptz,
              latest = $2
            where (select count(*) from unnest(wrong_code.tries) as t where t > $3) < $4
          """);

  private static final Sql TAKE_BACK =
      new Sql(
          "guess.take_back",
          """
          update wrong_code
          set tries = array(
            select t from unnest(tries) with ordinality as tried (t, place)
            where place is distinct from array_position(tries, $2::timestamptz))
          where mark = $1
          """);
  private static final Sql SWEEP =
      new Sql(
          "guess.sweep",
          """
          delete from wrong_code where ctid = any(array(
            select ctid from wrong_code where latest <= $1 limit 100 for update skip locked))
          """);

  private final Database database;
  private final Vault vault;

  public PgGuesses(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  @Override
  public boolean counts(PhoneKey person, Kind kind, Instant now) {
    var since = now.minus(WINDOW).atOffset(ZoneOffset.UTC);
    database.run(SWEEP, since);
    return database.change(COUNT, mark(person, kind), now.atOffset(ZoneOffset.UTC), since, TRIES)
        == 1;
  }

  @Override
  public void takesBack(PhoneKey person, Kind kind, Instant at) {
    database.run(TAKE_BACK, mark(person, kind), at.atOffset(ZoneOffset.UTC));
  }

  private String mark(PhoneKey person, Kind kind) {
    return vault.mark("guess/" + kind, person.text());
  }
}
