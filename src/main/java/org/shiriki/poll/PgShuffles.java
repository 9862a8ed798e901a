package org.shiriki.poll;

import java.time.LocalDate;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;

/// Takes the order out of the ballots of open polls in PostgreSQL, and what sealing left off the
/// disk.
final class PgShuffles {
  private static final Sql OPEN =
      new Sql("poll.open", "select id from poll where id = $1 and not sealed for update");
  private static final Sql TODAY =
      new Sql(
          "poll.shuffled",
          """
          update poll_key set shuffled_on = $2::date
          where poll = $1 and shuffled_on is distinct from $2::date
          """);
  private static final Sql SHUFFLE =
      new Sql(
          "poll.shuffle",
          """
          with taken as (delete from poll_choice where poll = $1 returning *)
          insert into poll_choice select * from taken order by random()
          """);
  private static final Sql SHUFFLE_STUBS =
      new Sql(
          "poll.shuffle.stubs",
          """
          with taken as (delete from poll_stub where poll = $1 returning *)
          insert into poll_stub select * from taken order by random()
          """);

  private static final Sql LEFT =
      new Sql("poll.unswept", "select poll from poll_seal where not swept");
  private static final Sql CLEAR_KEYS = new Sql("poll.sweep.keys", "vacuum (full) poll_key");
  private static final Sql CLEAR_BALLOTS = new Sql("poll.sweep.ballots", "vacuum poll_choice");
  private static final Sql CLEAR_STUBS = new Sql("poll.sweep.stubs", "vacuum poll_stub");
  private static final Sql CLEAR_BURSTS = new Sql("poll.sweep.bursts", "vacuum poll_burst");
  private static final Sql SWEPT =
      new Sql("poll.swept", "update poll_seal set swept = true where poll = any($1::text[])");

  private final Database database;

  PgShuffles(Database database) {
    this.database = database;
  }

  /// Writes all ballots of an open poll anew in random order, and all stubs in another, in one
  /// transaction.
  void shuffle(PollId poll, LocalDate day) {
    var shuffled =
        database.transaction(transaction ->
            transaction.first(OPEN, _ -> true, poll.text()).isPresent()
                && transaction.change(TODAY, poll.text(), day) > 0
                && transaction.change(SHUFFLE, poll.text())
                        + transaction.change(SHUFFLE_STUBS, poll.text())
                    > 0);
    if (shuffled) {
      database.run(CLEAR_BALLOTS);
      database.run(CLEAR_STUBS);
    }
  }

  /// Clears the rows that sealing deleted from the disk: the keys' table is written anew, the
  /// others are vacuumed.
  void sweep() {
    var left = database.list(LEFT, row -> row.getString("poll"));
    if (!left.isEmpty()) {
      database.run(CLEAR_KEYS);
      database.run(CLEAR_BALLOTS);
      database.run(CLEAR_STUBS);
      database.run(CLEAR_BURSTS);
      database.run(SWEPT, (Object) left.toArray(String[]::new));
    }
  }
}
