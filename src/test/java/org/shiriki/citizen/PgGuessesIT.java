package org.shiriki.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.Crowd;
import org.shiriki.Town;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;

class PgGuessesIT implements GuessesContract {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();
  private static final Sql EMPTY = new Sql("test.empty", "truncate wrong_code");
  private static final Sql ROWS = new Sql("test.rows", "select w::text as row from wrong_code w");

  @BeforeEach
  void empty() {
    TOWN.database().run(EMPTY);
  }

  @Override
  public Guesses guesses() {
    return new PgGuesses(TOWN.database(), Town.VAULT);
  }

  @Test
  void of_many_tries_at_once_on_two_nodes_no_more_than_five_are_looked_at() throws Exception {
    var person = person();
    var nodes = new Guesses[] {guesses(), guesses()};

    var looked =
        Crowd.atOnce(
            Stream.iterate(0, number -> number + 1)
                .limit(40)
                .<Callable<Boolean>>map(
                    number -> () -> nodes[number % 2].counts(person, Guesses.Kind.REFERENCE, NOON))
                .toList());

    assertThat(looked.stream().filter(yes -> yes)).hasSize(Guesses.TRIES);
  }

  @Test
  void nothing_that_is_kept_names_the_person_and_it_goes_after_an_hour() {
    var person = person();
    guesses().counts(person, Guesses.Kind.REFERENCE, NOON);
    assertThat(rows()).isNotEmpty().noneMatch(row -> row.contains(person.text()));

    guesses().counts(person(), Guesses.Kind.REFERENCE, NOON.plus(Guesses.WINDOW));

    assertThat(rows()).hasSize(1);
  }

  private static List<String> rows() {
    return TOWN.database().list(ROWS, row -> row.getString("row"));
  }
}
