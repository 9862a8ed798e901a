package org.shiriki.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.shiriki.privacy.PhoneKey;

/// What every keeper of verdicts promises.
interface VerdictsContract extends People {
  Instant CLOSED = ConcernsContract.MORNING.plus(Duration.ofDays(3));
  Instant NEXT_DIAL = CLOSED.plus(Duration.ofDays(1));

  Verdicts verdicts();

  Voices voices();

  /// Until when the rest of the house knows that a question waits for a person.
  Instant askedUntil(PhoneKey person);

  /// How many words of this kind are kept about a concern.
  long said(Reference reference, Verdict verdict);

  private Reference closed(PhoneKey reporter, PhoneKey... followers) {
    var reference =
        concerns()
            .file(
                ConcernsContract.draft(false),
                reporter,
                ConcernsContract.TO_WATER,
                ConcernsContract.MORNING);
    for (var follower : followers) {
      voices().add(reference, follower, true);
    }
    concerns().advance(reference, new Progress.Event(Status.FIXED, "", CLOSED));
    return reference;
  }

  private Closing asked(PhoneKey person) {
    return verdicts().next(person, true, NEXT_DIAL).orElseThrow();
  }

  private Status status(Reference reference) {
    return concerns().find(reference).orElseThrow().concern().status();
  }

  @Test
  default void the_reporter_and_followers_are_asked_once_an_office_has_closed_it() {
    var amina = consenting();
    var baraka = consenting();
    var reference = closed(amina, baraka);

    var question = new Closing(reference, "water", 2, Status.FIXED);

    assertThat(verdicts().next(amina, false, NEXT_DIAL)).contains(question);
    assertThat(verdicts().next(baraka, false, NEXT_DIAL)).contains(question);
    assertThat(askedUntil(amina)).isEqualTo(CLOSED.plus(Verdicts.ASKED));
    assertThat(verdicts().next(consenting(), false, NEXT_DIAL)).isEmpty();
  }

  @Test
  default void a_yes_is_kept_and_not_asked_again() {
    var amina = consenting();
    var reference = closed(amina);
    var question = asked(amina);

    verdicts().say(question, amina, Verdict.YES, NEXT_DIAL);
    verdicts().say(question, amina, Verdict.NO, NEXT_DIAL);

    assertThat(verdicts().next(amina, true, NEXT_DIAL)).isEmpty();
    assertThat(askedUntil(amina)).isBefore(CLOSED);
    assertThat(status(reference)).isEqualTo(Status.FIXED);
    assertThat(said(reference, Verdict.YES)).isOne();
    assertThat(said(reference, Verdict.NO)).isZero();
  }

  @Test
  default void a_no_opens_it_again_and_asks_nobody_else() {
    var amina = consenting();
    var baraka = consenting();
    var reference = closed(amina, baraka);

    verdicts().say(asked(amina), amina, Verdict.NO, NEXT_DIAL);

    var history = concerns().find(reference).orElseThrow().history();
    assertThat(history.getLast()).isEqualTo(new Progress.Event(Status.REOPENED, "", NEXT_DIAL));
    assertThat(status(reference)).isEqualTo(Status.REOPENED);
    assertThat(verdicts().next(baraka, true, NEXT_DIAL)).isEmpty();
  }

  @Test
  default void people_who_say_no_at_once_open_it_once() throws Exception {
    var amina = consenting();
    var baraka = consenting();
    var reference = closed(amina, baraka);
    var question = asked(amina);
    Callable<Boolean> one = () -> no(question, amina);
    Callable<Boolean> other = () -> no(question, baraka);

    try (var phones = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var said : phones.invokeAll(List.of(one, other, one, other))) {
        assertThat(said.get()).isTrue();
      }
    }

    assertThat(concerns().find(reference).orElseThrow().history())
        .extracting(Progress.Event::status)
        .containsExactly(Status.RECEIVED, Status.FIXED, Status.REOPENED);
  }

  private boolean no(Closing question, PhoneKey person) {
    verdicts().say(question, person, Verdict.NO, NEXT_DIAL);
    return true;
  }

  @Test
  default void when_it_is_closed_again_people_are_asked_again() {
    var amina = consenting();
    var reference = closed(amina);
    verdicts().say(asked(amina), amina, Verdict.NO, NEXT_DIAL);

    concerns().advance(reference, new Progress.Event(Status.CLOSED, "", NEXT_DIAL));

    assertThat(asked(amina)).isEqualTo(new Closing(reference, "water", 4, Status.CLOSED));
  }

  @Test
  default void a_month_later_nobody_is_asked_and_a_late_no_changes_nothing() {
    var amina = consenting();
    var reference = closed(amina);
    var question = asked(amina);
    var late = CLOSED.plus(Verdicts.ASKED);

    verdicts().say(question, amina, Verdict.NO, late);

    assertThat(verdicts().next(amina, true, late)).isEmpty();
    assertThat(status(reference)).isEqualTo(Status.FIXED);
  }

  @Test
  default void an_office_that_opens_it_itself_takes_the_question_back() {
    var amina = consenting();
    var reference = closed(amina);

    concerns().advance(reference, new Progress.Event(Status.IN_HAND, "", NEXT_DIAL));

    assertThat(verdicts().next(amina, true, NEXT_DIAL)).isEmpty();
  }
}
