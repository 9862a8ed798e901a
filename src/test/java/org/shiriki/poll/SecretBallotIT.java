package org.shiriki.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shiriki.poll.Fair.LATER;
import static org.shiriki.poll.Fair.NOW;
import static org.shiriki.poll.Fair.WATER;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.Town;
import org.shiriki.pg.Notices;
import org.shiriki.pg.Shortfall;
import org.shiriki.pg.Sql;
import org.shiriki.pg.SqlFailure;
import org.shiriki.pg.TestDatabase;
import org.shiriki.poll.Ballot.Choice;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;

/// Ten thousand people answer, some change their mind, the poll is sealed; then an adversary gets
/// every row of the database, columns that only PostgreSQL sees included, and tries to find out who
/// chose what.
class SecretBallotIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();
  private static final int PEOPLE = 10_000;
  private static final Random RANDOM = new Random(20261121);
  private static final Sql EMPTY =
      new Sql(
          "test.empty",
          "truncate poll, poll_choice, poll_stub, poll_key, poll_seal, poll_receipt, poll_burst");
  private static final List<String> TABLES =
      List.of("poll_choice", "poll_stub", "poll_key", "poll_seal", "poll_receipt", "poll_burst");

  private final Notices notices = Notices.listen(TOWN.vertx(), TOWN.url());
  private final Map<Voter, Integer> last = new HashMap<>();

  @BeforeEach
  void empty() {
    TOWN.database().run(EMPTY);
  }

  @AfterEach
  void hangUp() {
    notices.close();
  }

  private PgPolls polls() {
    return new PgPolls(
        TOWN.database(), notices, Town.VAULT, Fair.polls(), InstantSource.fixed(NOW));
  }

  @Test
  void ten_thousand_ballots_count_and_can_be_joined_to_nobody() throws Exception {
    var polls = polls();
    vote(polls, PEOPLE);
    var receipts = last.keySet().stream().map(voter -> polls.receipt(voter).orElseThrow()).sorted();
    var expected = receipts.toList();
    var before = ballots();

    polls.close(WATER.id(), PEOPLE, LATER);
    polls.sweep();

    var seal = polls.seal(WATER.id()).orElseThrow();
    assertThat(seal.tally()).isEqualTo(new Tally(PEOPLE, lastChoices()));
    assertThat(seal.receipts()).isEqualTo(expected);
    assertThat(seal.holds(WATER)).isTrue();
    assertThat(seal.breakdown().lines())
        .isNotEmpty()
        .allMatch(line -> line.count() >= 10)
        .noneMatch(line -> line.group().equals("006"));
    assertThat(rows("poll_choice")).isEmpty();
    assertThat(rows("poll_stub")).isEmpty();
    assertThat(rows("poll_key")).isEmpty();
    assertNothingJoins(before);
    assertThat(polls.ballots(List.copyOf(last.keySet()).subList(0, 10))).isEmpty();
  }

  /// What is left has one transaction number, no mark in any column, and an order that is the same
  /// whoever answered first.
  private static void assertNothingJoins(List<String> marks) {
    var dump = TABLES.stream().flatMap(table -> rows(table).stream()).toList();
    var words = dump.stream().flatMap(row -> List.of(row.split("[^\\w-]+")).stream());
    assertThat(words.collect(Collectors.toSet())).doesNotContainAnyElementsOf(marks);
    var codes = texts("select code from poll_receipt order by ctid");
    assertThat(codes).hasSize(PEOPLE).isSorted();
    assertThat(texts("select distinct xmin::text from poll_receipt")).hasSize(1);
    assertThat(texts("select distinct xmax::text from poll_receipt")).containsExactly("0");
  }

  @Test
  void no_dead_row_and_no_page_of_a_key_is_left_when_it_is_swept() throws Exception {
    var polls = polls();
    vote(polls, 200);
    polls.close(WATER.id(), 200, LATER);

    polls.sweep();

    assertThat(texts("select pg_relation_size('poll_key')::text")).containsExactly("0");
    assertThat(texts("select pg_relation_size('poll_choice')::text")).containsExactly("0");
    assertThat(texts("select pg_relation_size('poll_stub')::text")).containsExactly("0");
    assertThat(texts("select swept::text from poll_seal")).containsExactly("true");
  }

  /// What an adversary without the key set can do while a poll is open: put rows side by side. Once
  /// shuffled, all ballots have one transaction number and their order is not that of the people.
  @Test
  void shuffled_ballots_have_no_order_and_no_time() throws Exception {
    var polls = polls();
    for (var number = 0; number < 300; number++) {
      polls.answer(voter(number), new Choice(1, 1 + number % 3), Cell.UNKNOWN, NOW);
    }
    var came = texts("select ballot from poll_choice order by ctid");

    polls.shuffle(WATER.id(), NOW);

    var shuffled = texts("select ballot from poll_choice order by ctid");
    assertThat(shuffled).containsExactlyInAnyOrderElementsOf(came);
    var inPlace = IntStream.range(0, 300).filter(at -> came.get(at).equals(shuffled.get(at)));
    assertThat(inPlace.count()).isLessThan(15);
    assertThat(texts("select distinct xmin::text from poll_choice")).hasSize(1);
    assertThat(texts("select distinct xmin::text from poll_stub")).hasSize(1);
  }

  /// Which stub goes with which ballot: no value is in both tables, and the rows' places tell it no
  /// better than chance. Who left stands out in neither.
  @Test
  void shuffled_stubs_lead_to_no_ballot_and_do_not_tell_who_left() {
    var polls = polls();
    for (var number = 0; number < 300; number++) {
      polls.answer(voter(number), new Choice(1, 1 + number % 3), Cell.UNKNOWN, NOW);
    }
    var key = new PgPollKeys(TOWN.database(), Town.VAULT).of(WATER.id()).orElseThrow();
    var ballotOf = new HashMap<String, String>();
    for (var number = 0; number < 300; number++) {
      var person = voter(number).person();
      ballotOf.put(key.mark(person), key.ballot(person));
    }
    TOWN.database()
        .transaction(transaction -> {
          polls.part(transaction, voter(7).person());
          return 7;
        });

    polls.shuffle(WATER.id(), NOW);

    var stubs = texts("select mark from poll_stub order by ctid");
    var choices = texts("select ballot from poll_choice order by ctid");
    var inPlace =
        IntStream.range(0, 300)
            .filter(at -> choices.get(at).equals(ballotOf.get(stubs.get(at))))
            .count();
    assertThat(inPlace).isLessThan(15);
    assertThat(choices).doesNotContain(ballotOf.get(key.mark(voter(7).person()))).hasSize(300);
    assertThat(
            texts(
                "select mark from poll_stub where mark in (select ballot from poll_choice) or tie in"
                    + " (select ballot from poll_choice) or proof in (select ballot from"
                    + " poll_choice)"))
        .isEmpty();
    assertThat(texts("select distinct length(ballot)::text from poll_choice")).hasSize(1);
    assertThat(texts("select distinct length(tie)::text from poll_stub")).hasSize(1);
  }

  /// Ballots of one county and one language, and what tells them from those of another.
  @Test
  void where_a_ballot_came_from_can_be_read_by_nobody_without_the_polls_key() {
    var polls = polls();
    for (var number = 0; number < 200; number++) {
      var cell = number % 2 == 0 ? new Cell("001", "sw") : Cell.UNKNOWN;
      polls.answer(voter(number), new Choice(1, 1), cell, NOW);
    }

    var cells = texts("select cell from poll_choice");

    assertThat(cells).hasSize(200).doesNotHaveDuplicates();
    assertThat(texts("select distinct length(cell)::text from poll_choice")).hasSize(1);
    assertThat(cells).noneMatch(cell -> cell.contains("001"));
    var thief = PollKey.from(new Random(1));
    assertThatThrownBy(() -> thief.show(cells.getFirst()))
        .isInstanceOf(IllegalStateException.class);
    var key = new PgPollKeys(TOWN.database(), Town.VAULT).of(WATER.id()).orElseThrow();
    assertThat(cells.stream().map(key::show).filter(Cell.UNKNOWN::equals)).hasSize(100);
  }

  @Test
  void the_ballot_of_whoever_left_comes_from_nowhere_even_for_the_polls_key() {
    var polls = polls();
    polls.answer(voter(1), new Choice(1, 1), new Cell("001", "sw"), NOW);

    TOWN.database()
        .transaction(transaction -> {
          polls.part(transaction, voter(1).person());
          return 1;
        });

    var key = new PgPollKeys(TOWN.database(), Town.VAULT).of(WATER.id()).orElseThrow();
    assertThat(texts("select cell from poll_choice").stream().map(key::show))
        .containsExactly(Cell.UNKNOWN);
  }

  @Test
  void a_mark_cannot_be_made_with_the_keys_of_the_house_alone() {
    var polls = polls();
    polls.answer(voter(1), new Choice(1, 1), Cell.UNKNOWN, NOW);
    var mark = ballots().getFirst();
    var person = voter(1).person().text();

    var guesses =
        List.of(
            person,
            Town.VAULT.mark("poll/" + WATER.id(), person),
            Town.VAULT.mark("mark", person),
            PollKey.from(new Random(1)).mark(voter(1).person()),
            PollKey.from(new Random(1)).ballot(voter(1).person()));

    assertThat(guesses).doesNotContain(mark);
    var thief = new PgPollKeys(TOWN.database(), new Vault(Keys.generate()));
    assertThatThrownBy(() -> thief.of(WATER.id()))
        .isInstanceOf(org.shiriki.privacy.KeyFailure.class);
  }

  @Test
  void eight_nodes_seal_a_poll_once() throws Exception {
    var nodes = List.of(polls(), polls(), polls(), polls(), polls(), polls(), polls(), polls());
    vote(nodes.getFirst(), 100);

    var closed = atOnce(nodes, node -> node.close(WATER.id(), 100, LATER));

    assertThat(closed).containsOnlyOnce(true);
    for (var node : nodes) {
      assertThat(node.seal(WATER.id()).orElseThrow().receipts()).hasSize(100);
    }
  }

  @Test
  void answers_while_a_poll_is_sealed_count_or_are_told_that_they_do_not() throws Exception {
    var nodes = List.of(polls(), polls());
    vote(nodes.getFirst(), 100);
    var work = new ArrayList<Callable<Boolean>>();
    for (var number = 1_000; number < 1_200; number++) {
      var voter = voter(number);
      work.add(() ->
          nodes.getLast().answer(voter, new Choice(1, 1), Cell.UNKNOWN, NOW)
              instanceof Polls.Answer.Counted);
    }
    work.add(100, () -> !nodes.getFirst().close(WATER.id(), 100, LATER));

    var counted = together(work).stream().filter(yes -> yes).count();

    var seal = nodes.getFirst().seal(WATER.id()).orElseThrow();
    assertThat(seal.tally().people()).isEqualTo(100 + (int) counted);
    assertThat(seal.receipts()).hasSize(100 + (int) counted);
    assertThat(rows("poll_choice")).isEmpty();
    assertThat(rows("poll_key")).isEmpty();
  }

  /// The last statement of the seal fails, as if the node or the line died then.
  @Test
  void a_seal_that_breaks_off_in_the_middle_leaves_everything_and_the_next_round_does_it() {
    var polls = polls();
    polls.answer(voter(1), new Choice(1, 1), Cell.UNKNOWN, NOW);
    run("alter table poll_receipt add constraint dies check (code = 'never')");

    assertThatThrownBy(() -> polls.close(WATER.id(), 1, LATER)).isInstanceOf(SqlFailure.class);

    assertThat(rows("poll_choice")).hasSize(1);
    assertThat(rows("poll_key")).hasSize(1);
    assertThat(polls.sealed(WATER.id())).isFalse();
    run("alter table poll_receipt drop constraint dies");
    round(polls, LATER);
    assertThat(polls.seal(WATER.id()).orElseThrow().tally().people()).isOne();
  }

  @Test
  void a_poll_that_cannot_be_sealed_keeps_no_other_from_it_and_the_round_tells_at_its_end() {
    var polls = polls();
    run("alter table poll_seal add constraint dies check (poll <> 'water')");

    assertThatThrownBy(() -> round(polls, LATER))
        .isInstanceOf(Shortfall.class)
        .hasMessage("1 of 4 polls");

    run("alter table poll_seal drop constraint dies");
    assertThat(polls.all().stream().filter(poll -> !polls.sealed(poll.id())))
        .containsExactly(WATER);
    round(polls, LATER);
    assertThat(polls.all()).allMatch(poll -> polls.sealed(poll.id()));
  }

  @Test
  void a_round_seals_what_is_over_a_minute_after_its_close() {
    var polls = polls();
    polls.answer(voter(1), new Choice(1, 1), Cell.UNKNOWN, NOW);

    round(polls, WATER.closes().plusSeconds(59));
    assertThat(polls.sealed(WATER.id())).isFalse();
    round(polls, WATER.closes().plus(Duration.ofMinutes(1)));

    assertThat(polls.sealed(WATER.id())).isTrue();
    assertThat(rows("poll_key")).noneMatch(row -> row.contains("water"));
  }

  private static void round(Polls polls, Instant now) {
    new Closing(polls, new PgNeighbours(TOWN.database(), Town.PLACES), () -> now).round();
  }

  /// Everybody answers; three in ten change their mind.
  private void vote(Polls polls, int people) throws Exception {
    var first = new ArrayList<Callable<Boolean>>();
    var again = new ArrayList<Callable<Boolean>>();
    for (var number = 0; number < people; number++) {
      first.add(choose(polls, voter(number)));
    }
    together(first);
    for (var number = 0; number < people; number += 1 + RANDOM.nextInt(5)) {
      again.add(choose(polls, voter(number)));
    }
    together(again);
  }

  private Callable<Boolean> choose(Polls polls, Voter voter) {
    var option = 1 + RANDOM.nextInt(3);
    last.put(voter, option);
    return () ->
        !(polls.answer(voter, new Choice(1, option), cell(voter), NOW)
            instanceof Polls.Answer.Closed);
  }

  /// Six counties, the last of them with a handful of people only.
  private static Cell cell(Voter voter) {
    var number = Integer.parseInt(voter.person().text().replace("voter ", ""));
    return new Cell("00" + (number < 7 ? 6 : 1 + number % 5), number % 4 == 0 ? "en" : "sw");
  }

  private Map<Choice, Integer> lastChoices() {
    return last.values().stream()
        .collect(Collectors.toMap(option -> new Choice(1, option), _ -> 1, Integer::sum));
  }

  private static Voter voter(int number) {
    return new Voter(WATER.id(), new PhoneKey("voter " + number));
  }

  private static <T> List<Boolean> atOnce(List<T> nodes, Function<T, Boolean> work)
      throws Exception {
    return together(nodes.stream().<Callable<Boolean>>map(node -> () -> work.apply(node)).toList());
  }

  private static List<Boolean> together(List<Callable<Boolean>> work) throws Exception {
    try (var threads = Executors.newFixedThreadPool(16, Thread.ofVirtual().factory())) {
      var done = new ArrayList<Boolean>();
      for (Future<Boolean> future : threads.invokeAll(work)) {
        done.add(future.get());
      }
      return done;
    }
  }

  private static List<String> ballots() {
    return texts("select ballot from poll_choice");
  }

  private static List<String> rows(String table) {
    return texts(
        "select t.ctid || ' ' || t.xmin || ' ' || t.xmax || ' ' || t::text from " + table + " t");
  }

  private static List<String> texts(String sql) {
    return TOWN.database().list(new Sql("test", sql), row -> row.getString(0));
  }

  private static void run(String sql) {
    TOWN.database().run(new Sql("test", sql));
  }
}
