package org.shiriki.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shiriki.poll.Fair.LATER;
import static org.shiriki.poll.Fair.NOW;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.Town;
import org.shiriki.pg.Notices;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.poll.Ballot.Choice;
import org.shiriki.privacy.PhoneKey;

class PgPollsIT implements PollsContract {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();
  private static final Sql EMPTY =
      new Sql(
          "test.empty",
          "truncate poll, poll_choice, poll_stub, poll_key, poll_seal, poll_receipt, poll_burst");
  private static final Sql COLUMNS =
      new Sql(
          "test.columns",
          """
          select column_name::text as name from information_schema.columns
          where table_name = $1 order by ordinal_position
          """);

  private static final Sql OF_BEFORE =
      new Sql("test.before", "insert into poll_choice values ('water', $1, 1, 1)");
  private static final Sql MIGRATED =
      new Sql(
          "test.migrated",
          """
          insert into poll_stub (poll, mark, tie, draw, proof)
          select poll, ballot, gen_random_uuid()::text, 0, gen_random_uuid()::text
          from poll_choice group by poll, ballot
          """);
  private static final Sql WAITS =
      new Sql(
          "test.waits",
          """
          select count(*) as waits from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'
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
    return new PgPolls(
        TOWN.database(), notices, Town.VAULT, Fair.polls(), InstantSource.fixed(NOW));
  }

  @Override
  public void leaves(Polls polls, PhoneKey person) {
    TOWN.database()
        .transaction(transaction -> {
          ((PgPolls) polls).part(transaction, person);
          return person;
        });
  }

  @Test
  void a_receipt_that_somebody_else_has_is_not_given_again() {
    var polls = polls();
    var key = new PgPollKeys(TOWN.database(), Town.VAULT).of(Fair.WATER.id()).orElseThrow();
    var pair = sameReceipt(key);
    polls.answer(pair.getFirst(), FIRST, Cell.UNKNOWN, NOW);

    var answer = polls.answer(pair.getLast(), SECOND, Cell.UNKNOWN, NOW);

    var receipts = pair.stream().map(voter -> polls.receipt(voter).orElseThrow()).toList();
    assertThat(answer).isEqualTo(new Polls.Answer.Counted());
    assertThat(receipts).doesNotHaveDuplicates();
    assertThat(polls.answer(pair.getLast(), FIRST, Cell.UNKNOWN, NOW))
        .isEqualTo(new Polls.Answer.Changed());
    assertThat(polls.receipt(pair.getLast())).contains(receipts.getLast());
    polls.close(Fair.WATER.id(), 2, LATER);
    assertThat(polls.seal(Fair.WATER.id()).orElseThrow().receipts())
        .containsExactlyInAnyOrderElementsOf(receipts);
  }

  /// Two people for whom the poll's key makes the same six characters at first.
  private static List<Voter> sameReceipt(PollKey key) {
    var drawn = new HashMap<Receipt, PhoneKey>();
    for (var number = 0; ; number++) {
      var person = new PhoneKey("voter " + number);
      var other = drawn.put(key.receipt(key.mark(person), 0), person);
      if (other != null) {
        return List.of(new Voter(Fair.WATER.id(), other), new Voter(Fair.WATER.id(), person));
      }
    }
  }

  @Test
  void an_answer_that_waits_for_whoever_leaves_is_not_counted_under_the_old_number()
      throws Exception {
    var polls = (PgPolls) polls();
    polls.answer(CHARO, new Choice(1, 1), Cell.UNKNOWN, NOW);
    var left = new CountDownLatch(1);
    var waiting = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var leaving =
          threads.submit(() ->
              TOWN.database()
                  .transaction(transaction -> {
                    polls.part(transaction, CHARO.person());
                    left.countDown();
                    return untilSomebodyWaits(waiting);
                  }));
      left.await();
      var answer = threads.submit(() -> polls.answer(CHARO, new Choice(2, 1), Cell.UNKNOWN, NOW));
      while (waits() == 0) {
        Thread.onSpinWait();
      }
      waiting.countDown();

      assertThat(answer.get()).isEqualTo(new Polls.Answer.Spent());
      assertThat(leaving.get()).isTrue();
    }
    assertThat(polls.tally(Fair.COUNTY.id(), LATER))
        .contains(new Tally(1, Map.of(new Choice(1, 1), 1)));
  }

  private static boolean untilSomebodyWaits(CountDownLatch waiting) {
    try {
      waiting.await();
      return true;
    } catch (InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  private static long waits() {
    return TOWN.database().first(WAITS, row -> row.getLong("waits")).orElse(0L);
  }

  /// Before there were stubs a ballot's number was the mark itself, and migration made the stub.
  @Test
  void a_ballot_from_before_stubs_counts_keeps_its_receipt_and_is_not_given_twice() {
    var polls = polls();
    var key = new PgPollKeys(TOWN.database(), Town.VAULT).of(Fair.WATER.id()).orElseThrow();
    var mark = key.mark(AMINA.person());
    TOWN.database().run(OF_BEFORE, mark);
    TOWN.database().run(MIGRATED);

    var answer = polls.answer(AMINA, SECOND, Cell.UNKNOWN, NOW);

    assertThat(answer).isEqualTo(new Polls.Answer.Spent());
    assertThat(polls.receipt(AMINA)).contains(key.receipt(mark, 0));
    polls.close(Fair.WATER.id(), 1, LATER);
    var seal = polls.seal(Fair.WATER.id()).orElseThrow();
    assertThat(seal.tally()).isEqualTo(new Tally(1, Map.of(FIRST, 1)));
    assertThat(seal.receipts()).containsExactly(key.receipt(mark, 0));
  }

  @Test
  void a_stub_knows_no_choice_and_no_time() {
    var columns = TOWN.database().list(COLUMNS, row -> row.getString("name"), "poll_stub");

    assertThat(columns).containsExactly("poll", "mark", "tie", "draw", "proof");
  }

  @Test
  void a_database_that_has_polls_takes_no_seeds() {
    new PgPolls(
        TOWN.database(), notices, Town.VAULT, List.of(Fair.WATER), InstantSource.fixed(NOW));

    var polls =
        new PgPolls(TOWN.database(), notices, Town.VAULT, Fair.polls(), InstantSource.fixed(NOW));

    assertThat(polls.all()).containsExactly(Fair.WATER);
  }

  @Test
  void no_seeds_are_no_polls() {
    assertThat(
            new PgPolls(TOWN.database(), notices, Town.VAULT, List.of(), InstantSource.fixed(NOW))
                .all())
        .isEmpty();
  }

  @Test
  void a_choice_knows_neither_a_person_nor_a_time() {
    var columns = TOWN.database().list(COLUMNS, row -> row.getString("name"), "poll_choice");

    assertThat(columns).containsExactly("poll", "ballot", "question", "option", "cell");
  }

  @Test
  void a_key_knows_no_choice() {
    var columns = TOWN.database().list(COLUMNS, row -> row.getString("name"), "poll_key");

    assertThat(columns).containsExactly("poll", "sealed", "shuffled_on");
  }
}
