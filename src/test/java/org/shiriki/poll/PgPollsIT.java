package org.shiriki.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.Town;
import org.shiriki.pg.Notices;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;

class PgPollsIT implements PollsContract {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();
  private static final Sql EMPTY =
      new Sql(
          "test.empty",
          "truncate poll, poll_choice, poll_key, poll_seal, poll_receipt, poll_burst");
  private static final Sql COLUMNS =
      new Sql(
          "test.columns",
          """
          select column_name::text as name from information_schema.columns
          where table_name = $1 order by ordinal_position
          """);

  private final Notices notices = Notices.listen(TOWN.vertx(), TOWN.url());

  @BeforeEach
  void empty() {
    TOWN.database().run(EMPTY);
  }

  @AfterEach
  void hangUp() {
    notices.close();
  }

  @Override
  public Polls polls() {
    return new PgPolls(TOWN.database(), notices, Town.VAULT, Fair.polls());
  }

  @Test
  void a_database_that_has_polls_takes_no_seeds() {
    new PgPolls(TOWN.database(), notices, Town.VAULT, List.of(Fair.WATER));

    var polls = new PgPolls(TOWN.database(), notices, Town.VAULT, Fair.polls());

    assertThat(polls.all()).containsExactly(Fair.WATER);
  }

  @Test
  void no_seeds_are_no_polls() {
    assertThat(new PgPolls(TOWN.database(), notices, Town.VAULT, List.of()).all()).isEmpty();
  }

  @Test
  void a_choice_knows_neither_a_person_nor_a_time() {
    var columns = TOWN.database().list(COLUMNS, row -> row.getString("name"), "poll_choice");

    assertThat(columns).containsExactly("poll", "ballot", "question", "option");
  }

  @Test
  void a_key_knows_no_choice() {
    var columns = TOWN.database().list(COLUMNS, row -> row.getString("name"), "poll_key");

    assertThat(columns).containsExactly("poll", "sealed", "shuffled_on");
  }
}
