package org.shiriki.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.shiriki.poll.Fair.LATER;
import static org.shiriki.poll.Fair.NOW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shiriki.poll.Ballot.Choice;
import org.shiriki.poll.Bursts.Burst;
import org.shiriki.poll.Polls.Answer;
import org.shiriki.privacy.PhoneKey;

/// What every keeper of polls promises.
interface PollsContract {
  Voter AMINA = new Voter(Fair.WATER.id(), new PhoneKey("amina"));
  Voter BARAKA = new Voter(Fair.WATER.id(), new PhoneKey("baraka"));
  Voter CHARO = new Voter(Fair.COUNTY.id(), new PhoneKey("charo"));
  Choice FIRST = new Choice(1, 1);
  Choice SECOND = new Choice(1, 2);

  /// A keeper that holds the polls of the fair and no answer.
  Polls polls();

  /// A person leaves everything.
  void leaves(Polls polls, PhoneKey person);

  @Test
  default void all_polls_are_at_hand_the_first_to_close_first() {
    assertThat(polls().all()).containsExactly(Fair.OVER, Fair.COUNTY, Fair.WATER, Fair.WARD);
  }

  @Test
  default void a_first_answer_is_counted() {
    var polls = polls();

    var answer = polls.answer(AMINA, FIRST, Cell.UNKNOWN, NOW);

    assertThat(answer).isEqualTo(new Answer.Counted());
    assertThat(water(polls)).isEqualTo(new Tally(1, Map.of(FIRST, 1)));
  }

  @Test
  default void a_second_answer_takes_the_place_of_the_first() {
    var polls = polls();
    polls.answer(AMINA, FIRST, Cell.UNKNOWN, NOW);

    var answer = polls.answer(AMINA, SECOND, Cell.UNKNOWN, NOW);

    assertThat(answer).isEqualTo(new Answer.Changed());
    assertThat(water(polls)).isEqualTo(new Tally(1, Map.of(SECOND, 1)));
  }

  @Test
  default void every_person_counts() {
    var polls = polls();
    polls.answer(AMINA, FIRST, Cell.UNKNOWN, NOW);

    polls.answer(BARAKA, FIRST, Cell.UNKNOWN, NOW);

    assertThat(water(polls)).isEqualTo(new Tally(2, Map.of(FIRST, 2)));
  }

  @Test
  default void the_same_answer_many_times_at_once_is_one_ballot() throws Exception {
    var polls = polls();

    var answers =
        atOnce(16, number -> polls.answer(AMINA, new Choice(1, 1 + number % 3), Cell.UNKNOWN, NOW));

    assertThat(answers).containsOnlyOnce(new Answer.Counted());
    assertThat(answers).contains(new Answer.Changed());
    assertThat(water(polls).people()).isOne();
    assertThat(water(polls).answers(1)).isOne();
  }

  @Test
  default void answers_to_different_questions_at_once_are_one_ballot() throws Exception {
    var polls = polls();

    var answers =
        atOnce(3, number -> polls.answer(CHARO, new Choice(1 + number, 2), Cell.UNKNOWN, NOW));

    assertThat(answers).containsOnly(new Answer.Counted());
    assertThat(polls.tally(Fair.COUNTY.id(), LATER).orElseThrow().people()).isOne();
  }

  @Test
  default void an_answer_after_the_close_is_not_counted() {
    var polls = polls();

    var answer = polls.answer(AMINA, FIRST, Cell.UNKNOWN, Fair.WATER.closes());

    assertThat(answer).isEqualTo(new Answer.Closed());
    assertThat(water(polls).people()).isZero();
  }

  @Test
  default void a_change_after_the_close_is_not_counted() {
    var polls = polls();
    polls.answer(AMINA, FIRST, Cell.UNKNOWN, Fair.WATER.closes().minusMillis(1));

    var answer = polls.answer(AMINA, SECOND, Cell.UNKNOWN, Fair.WATER.closes());

    assertThat(answer).isEqualTo(new Answer.Closed());
    assertThat(water(polls)).isEqualTo(new Tally(1, Map.of(FIRST, 1)));
  }

  @Test
  default void an_answer_before_the_poll_opens_is_not_counted() {
    var polls = polls();

    var answer = polls.answer(AMINA, FIRST, Cell.UNKNOWN, Fair.WATER.opens().minusMillis(1));

    assertThat(answer).isEqualTo(new Answer.Closed());
  }

  @Test
  default void what_the_poll_does_not_ask_is_not_counted() {
    var polls = polls();

    var answers =
        List.of(
            polls.answer(
                new Voter(new PollId("unheard-of"), new PhoneKey("amina")),
                FIRST,
                Cell.UNKNOWN,
                NOW),
            polls.answer(AMINA, new Choice(2, 1), Cell.UNKNOWN, NOW),
            polls.answer(AMINA, new Choice(0, 1), Cell.UNKNOWN, NOW),
            polls.answer(AMINA, new Choice(1, 4), Cell.UNKNOWN, NOW),
            polls.answer(AMINA, new Choice(1, -1), Cell.UNKNOWN, NOW),
            polls.answer(AMINA, new Choice(1, Ballot.SKIPPED), Cell.UNKNOWN, NOW));

    assertThat(answers).containsOnly(new Answer.Closed());
    assertThat(water(polls)).isEqualTo(new Tally(0, Map.of()));
  }

  @Test
  default void passing_over_is_kept_and_is_no_answer() {
    var polls = polls();
    var skip = new Choice(1, Ballot.SKIPPED);

    polls.answer(CHARO, skip, Cell.UNKNOWN, NOW);

    var tally = polls.tally(Fair.COUNTY.id(), LATER).orElseThrow();
    assertThat(tally).isEqualTo(new Tally(0, Map.of(skip, 1)));
    assertThat(tally.answers(1)).isZero();
  }

  @Test
  default void a_person_finds_their_own_ballots() {
    var polls = polls();
    polls.answer(AMINA, SECOND, Cell.UNKNOWN, NOW);
    polls.answer(BARAKA, FIRST, Cell.UNKNOWN, NOW);
    polls.answer(CHARO, new Choice(2, 1), Cell.UNKNOWN, NOW);
    polls.answer(CHARO, new Choice(1, 4), Cell.UNKNOWN, NOW);

    var ballots =
        polls.ballots(List.of(AMINA, CHARO, new Voter(Fair.WARD.id(), new PhoneKey("amina"))));

    assertThat(ballots)
        .isEqualTo(
            Map.of(
                Fair.WATER.id(), new Ballot(List.of(SECOND)),
                Fair.COUNTY.id(), new Ballot(List.of(new Choice(1, 4), new Choice(2, 1)))));
  }

  @Test
  default void nobody_asked_for_has_no_ballot() {
    assertThat(polls().ballots(List.of())).isEmpty();
  }

  @Test
  default void an_open_poll_has_no_tally() {
    var polls = polls();
    polls.answer(AMINA, FIRST, Cell.UNKNOWN, NOW);

    var tally = polls.tally(Fair.WATER.id(), Fair.WATER.closes().minusMillis(1));

    assertThat(tally).isEmpty();
  }

  @Test
  default void a_tally_read_twice_is_the_same() {
    var polls = polls();
    polls.answer(AMINA, FIRST, Cell.UNKNOWN, NOW);
    var before = water(polls);

    var again = water(polls);

    assertThat(again).isEqualTo(before);
  }

  @Test
  default void a_receipt_stays_the_same_when_a_person_changes_their_mind() {
    var polls = polls();
    polls.answer(AMINA, FIRST, Cell.UNKNOWN, NOW);
    var receipt = polls.receipt(AMINA);

    polls.answer(AMINA, SECOND, Cell.UNKNOWN, NOW);

    assertThat(polls.receipt(AMINA)).isPresent().isEqualTo(receipt);
    polls.answer(BARAKA, FIRST, Cell.UNKNOWN, NOW);
    assertThat(polls.receipt(BARAKA)).isPresent().isNotEqualTo(receipt);
  }

  @Test
  default void who_has_not_answered_has_no_receipt() {
    assertThat(polls().receipt(AMINA)).isEmpty();
  }

  @Test
  default void the_ballot_of_whoever_left_stays_counted_and_leads_to_nobody() {
    var polls = polls();
    polls.answer(AMINA, FIRST, Cell.UNKNOWN, NOW);
    polls.answer(BARAKA, SECOND, Cell.UNKNOWN, NOW);

    leaves(polls, AMINA.person());

    assertThat(polls.ballots(List.of(AMINA))).isEmpty();
    assertThat(polls.ballots(List.of(BARAKA))).hasSize(1);
    assertThat(water(polls)).isEqualTo(new Tally(2, Map.of(FIRST, 1, SECOND, 1)));
  }

  @Test
  default void whoever_left_can_neither_change_their_answer_nor_answer_again() {
    var polls = polls();
    polls.answer(CHARO, new Choice(1, 1), Cell.UNKNOWN, NOW);
    leaves(polls, CHARO.person());

    var answers =
        List.of(
            polls.answer(CHARO, new Choice(1, 2), Cell.UNKNOWN, NOW),
            polls.answer(CHARO, new Choice(2, 1), Cell.UNKNOWN, NOW));

    assertThat(answers).containsOnly(new Answer.Spent());
    assertThat(polls.tally(Fair.COUNTY.id(), LATER))
        .contains(new Tally(1, Map.of(new Choice(1, 1), 1)));
  }

  @Test
  default void whoever_left_twice_has_left_once_and_may_answer_other_polls() {
    var polls = polls();
    polls.answer(AMINA, FIRST, Cell.UNKNOWN, NOW);
    leaves(polls, AMINA.person());
    leaves(polls, AMINA.person());

    var other = new Voter(Fair.COUNTY.id(), AMINA.person());

    assertThat(polls.answer(other, FIRST, Cell.UNKNOWN, NOW)).isEqualTo(new Answer.Counted());
    assertThat(water(polls)).isEqualTo(new Tally(1, Map.of(FIRST, 1)));
  }

  @Test
  default void the_receipt_of_whoever_left_is_listed_at_the_close() {
    var polls = polls();
    polls.answer(AMINA, FIRST, Cell.UNKNOWN, NOW);
    var receipt = polls.receipt(AMINA).orElseThrow();
    leaves(polls, AMINA.person());

    polls.close(Fair.WATER.id(), 40, LATER);

    assertThat(polls.seal(Fair.WATER.id()).orElseThrow().receipts()).containsExactly(receipt);
    assertThat(polls.receipt(AMINA)).isEmpty();
  }

  @Test
  default void no_receipt_is_counted_while_the_poll_is_open() {
    var polls = polls();
    polls.answer(AMINA, FIRST, Cell.UNKNOWN, NOW);
    var receipt = polls.receipt(AMINA).orElseThrow();

    var counted = polls.counted(receipt);

    assertThat(counted).isEmpty();
    assertThat(polls.seal(Fair.WATER.id())).isEmpty();
  }

  @Test
  default void a_poll_that_is_still_open_is_not_sealed() {
    var polls = polls();

    var closed = polls.close(Fair.WATER.id(), 40, Fair.WATER.closes().minusMillis(1));

    assertThat(closed).isFalse();
    assertThat(polls.sealed(Fair.WATER.id())).isFalse();
  }

  @Test
  default void sealing_keeps_the_last_choices_and_every_receipt() {
    var polls = polls();
    polls.answer(AMINA, FIRST, Cell.UNKNOWN, NOW);
    polls.answer(AMINA, SECOND, Cell.UNKNOWN, NOW);
    polls.answer(BARAKA, FIRST, Cell.UNKNOWN, NOW);
    var receipts = List.of(polls.receipt(AMINA).orElseThrow(), polls.receipt(BARAKA).orElseThrow());

    var closed = polls.close(Fair.WATER.id(), 40, LATER);

    var seal = polls.seal(Fair.WATER.id()).orElseThrow();
    assertThat(closed).isTrue();
    assertThat(seal.tally()).isEqualTo(new Tally(2, Map.of(FIRST, 1, SECOND, 1)));
    assertThat(seal.receipts()).containsExactlyInAnyOrderElementsOf(receipts).isSorted();
    assertThat(seal.could()).isEqualTo(40);
    assertThat(seal.holds(Fair.WATER)).isTrue();
    assertThat(polls.counted(receipts.getFirst())).containsExactly(Fair.WATER.id());
    assertThat(water(polls)).isEqualTo(seal.tally());
  }

  @Test
  default void sealing_keeps_how_groups_answered_as_far_as_it_may_be_told() {
    var polls = polls();
    for (var number = 0; number < 90; number++) {
      var voter = new Voter(Fair.WATER.id(), new PhoneKey("voter " + number));
      var cell = new Cell(number < 45 ? "001" : "003", "sw");
      polls.answer(voter, new Choice(1, 1 + number % 3), cell, NOW);
    }
    leaves(polls, new PhoneKey("voter 0"));

    polls.close(Fair.WATER.id(), 120, LATER);

    var lines = polls.seal(Fair.WATER.id()).orElseThrow().breakdown().lines();
    assertThat(lines)
        .extracting(Breakdown.Line::group, Breakdown.Line::option, Breakdown.Line::count)
        .containsExactlyInAnyOrder(
            tuple("003", 1, 15),
            tuple("003", 2, 15),
            tuple("003", 3, 15),
            tuple("OTHERS", 1, 15),
            tuple("OTHERS", 2, 15),
            tuple("OTHERS", 3, 15));
  }

  @Test
  default void a_result_is_told_by_what_it_was_published() {
    assertThat(polls().release(Fair.OVER.id()).orElseThrow().method()).isEqualTo(MethodBox.USUAL);
  }

  @Test
  default void sealing_destroys_what_a_person_is_found_by() {
    var polls = polls();
    polls.answer(AMINA, FIRST, Cell.UNKNOWN, NOW);

    polls.close(Fair.WATER.id(), 40, LATER);

    assertThat(polls.ballots(List.of(AMINA))).isEmpty();
    assertThat(polls.receipt(AMINA)).isEmpty();
  }

  @Test
  default void a_poll_is_sealed_once() {
    var polls = polls();
    polls.answer(AMINA, FIRST, Cell.UNKNOWN, NOW);
    polls.close(Fair.WATER.id(), 40, LATER);
    var seal = polls.seal(Fair.WATER.id());

    var again = polls.close(Fair.WATER.id(), 41, LATER);

    assertThat(again).isFalse();
    assertThat(polls.seal(Fair.WATER.id())).isEqualTo(seal);
  }

  @Test
  default void a_sealed_poll_takes_no_answer_whatever_a_clock_says() {
    var polls = polls();
    polls.close(Fair.WATER.id(), 40, LATER);

    var answer = polls.answer(AMINA, FIRST, Cell.UNKNOWN, NOW);

    assertThat(answer).isEqualTo(new Answer.Closed());
    assertThat(water(polls).people()).isZero();
  }

  @Test
  default void shuffled_ballots_are_found_again_and_count_once() {
    var polls = polls();
    polls.answer(AMINA, FIRST, Cell.UNKNOWN, NOW);
    polls.answer(BARAKA, FIRST, Cell.UNKNOWN, NOW);

    polls.shuffle(Fair.WATER.id(), NOW);

    polls.answer(AMINA, SECOND, Cell.UNKNOWN, NOW);
    assertThat(polls.ballots(List.of(AMINA)))
        .isEqualTo(Map.of(Fair.WATER.id(), new Ballot(List.of(SECOND))));
    assertThat(water(polls)).isEqualTo(new Tally(2, Map.of(FIRST, 1, SECOND, 1)));
  }

  @Test
  default void what_is_flagged_of_neighbouring_numbers_adds_up() {
    var polls = polls();
    var day = LocalDate.of(2026, 11, 21);
    polls.flag(Fair.WATER.id(), new Burst(day, "cell", 8));

    polls.flag(Fair.WATER.id(), new Burst(day, "cell", 1));

    assertThat(polls.bursts(Fair.WATER.id())).containsExactly(new Burst(day, "cell", 9));
  }

  private static Tally water(Polls polls) {
    return polls.tally(Fair.WATER.id(), LATER).orElseThrow();
  }

  /// What becomes of several answers that are given at the same moment.
  private static List<Answer> atOnce(int many, IntFunction<Answer> answer)
      throws InterruptedException, ExecutionException {
    var start = new CyclicBarrier(many);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks =
          IntStream.range(0, many)
              .<Callable<Answer>>mapToObj(number ->
                  () -> {
                    start.await();
                    return answer.apply(number);
                  })
              .toList();
      var answers = new ArrayList<Answer>();
      for (Future<Answer> future : threads.invokeAll(tasks)) {
        answers.add(future.get());
      }
      return answers;
    }
  }
}
