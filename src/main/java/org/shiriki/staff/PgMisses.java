package org.shiriki.staff;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.Vault;

/// Counts wrong passwords, so that nobody tries them by the hundred, and nobody locks another out.
///
/// A try is counted before it is looked at, so that many at once are no way around. From one
/// address the sixth wrong one in a row closes the door for 10 seconds, each further one for twice
/// as long, up to a quarter of an hour. From all addresses together the thirtieth closes it for a
/// minute: whoever tries from many addresses finds it shut most of the time, and the right person
/// waits a minute at most.
final class PgMisses {
  private static final Sql BEGIN =
      new Sql(
          "sign_in.begin",
          """
          insert into sign_in_miss as kept (mark, misses, closed_until, latest)
          values ($1, 1, $2, $2)
          on conflict (mark) do update set
            misses = case when kept.latest < $2 - interval '1 hour' then 1
              else kept.misses + 1 end,
            latest = $2,
            closed_until = case
              when kept.latest < $2 - interval '1 hour' or kept.misses + 1 < $3 then $2
              else $2 + least($5, $4 * power(2, least(kept.misses + 1 - $3, 16)))
                * interval '1 second' end
          where kept.closed_until <= $2
          returning mark
          """);
  private static final Sql CLOSED =
      new Sql("sign_in.closed", "select closed_until from sign_in_miss where mark = $1");
  private static final Sql END =
      new Sql("sign_in.forget", "delete from sign_in_miss where mark = any ($1)");
  private static final Sql FORGIVE =
      new Sql(
          "sign_in.forgive",
          """
          update sign_in_miss set misses = misses - 1, closed_until = latest
          where mark = any ($1)
          """);

  private static final int FROM_ONE_PLACE = 6;
  private static final int FROM_ALL = 30;
  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Database database;
  private final Vault vault;
  private final InstantSource clock;

  PgMisses(Database database, Vault vault, InstantSource clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  /// Counts a try.
  ///
  /// @return how long to wait before it is looked at; zero if it is now
  Duration begin(String email, String from) {
    var place = begin(place(email, from), FROM_ONE_PLACE, FIRST, QUARTER);
    return place.isPositive() ? place : begin(person(email), FROM_ALL, MINUTE, MINUTE);
  }

  private Duration begin(String mark, int free, Duration first, Duration most) {
    var now = now();
    if (database
        .first(BEGIN, row -> row, mark, now, free, first.toSeconds(), most.toSeconds())
        .isPresent()) {
      return Duration.ZERO;
    }
    return database
        .first(CLOSED, row -> Duration.between(now, row.getOffsetDateTime("closed_until")), mark)
        .orElse(Duration.ZERO);
  }

  /// The try was right.
  void end(String email, String from) {
    database.run(END, (Object) new String[] {place(email, from), person(email)});
  }

  /// The try was neither wrong nor enough.
  void forgive(String email, String from) {
    database.run(FORGIVE, (Object) new String[] {place(email, from), person(email)});
  }

  private String person(String email) {
    return vault.mark("sign-in", email);
  }

  private String place(String email, String from) {
    return vault.mark("sign-in-from", email + '\n' + from);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
