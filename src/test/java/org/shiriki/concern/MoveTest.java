package org.shiriki.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiriki.Errand;
import org.shiriki.concern.Matter.Duty;
import org.shiriki.concern.Matter.Sorting;
import org.shiriki.concern.Matter.Standing;
import org.shiriki.concern.Outcome.Change;
import org.shiriki.concern.Outcome.Refused;
import org.shiriki.office.Directory;
import org.shiriki.office.Directory.Targets;
import org.shiriki.office.DirectoryFile;
import org.shiriki.place.Places;
import org.shiriki.place.Residence;

class MoveTest {
  private static final Path CONFIG = Path.of("config");
  private static final Directory DIRECTORY = DirectoryFile.read(CONFIG, Places.load(CONFIG));
  private static final Instant MORNING = Instant.parse("2026-11-21T06:00:00Z");
  private static final Instant NEXT_DAY = MORNING.plus(Duration.ofDays(1));
  private static final String WORDS = "Fundi atakuja Ijumaa.";
  private static final Matter FRESH =
      new Matter(
          new Reference("R5FF83Y"),
          1,
          new Sorting("water", new Residence.In("0079"), "003", "", null),
          new Standing(Status.RECEIVED, 0, null, null, null, null),
          Duty.of("malindi-water", Targets.USUAL, MORNING),
          null);

  private static Matter at(Status status) {
    return FRESH.with(FRESH.standing().at(status));
  }

  private static Change done(Move move, Matter it) {
    return (Change) move.on(it, DIRECTORY, NEXT_DAY);
  }

  private static int refused(Move move, Matter it) {
    return Errand.status(((Refused) move.on(it, DIRECTORY, NEXT_DAY)).reply());
  }

  @Test
  void the_first_act_of_staff_counts_as_the_look_that_was_promised() {
    var once = done(new Move.Assign("zainab"), FRESH).after();

    var twice = ((Change) new Move.Assign(null).on(once, DIRECTORY, NEXT_DAY.plusSeconds(9)));

    assertThat(twice.after().standing().acknowledged()).isEqualTo(NEXT_DAY);
    assertThat(twice.detail()).isEqualTo("assignee zainab to none");
  }

  @Test
  void a_referral_keeps_what_the_citizen_was_promised() {
    var duty = done(new Move.Refer("kilifi-desk", ""), FRESH).after().duty();

    assertThat(duty)
        .isEqualTo(
            new Duty(
                "kilifi-desk",
                NEXT_DAY.plus(Duration.ofDays(2)),
                FRESH.duty().answerBy(),
                FRESH.duty().escalateBy()));
  }

  @Test
  void a_late_referral_leaves_the_new_office_its_days_to_look() {
    var late = FRESH.duty().answerBy();

    var change = (Change) new Move.Refer("kilifi-desk", "").on(FRESH, DIRECTORY, late);

    assertThat(change.after().duty().answerBy()).isEqualTo(late.plus(Duration.ofDays(2)));
  }

  @Test
  void a_reply_that_is_no_answer_takes_it_in_hand_and_leaves_the_answer_owed() {
    var change = done(new Move.Tell(WORDS, false), FRESH);

    assertThat(change.after().standing().status()).isEqualTo(Status.IN_HAND);
    assertThat(change.after().owed()).isTrue();
  }

  @Test
  void the_answer_is_no_longer_owed_when_it_is_given() {
    var change = done(new Move.Tell(WORDS, true), FRESH);

    assertThat(change.after().owed()).isFalse();
    assertThat(change.after().standing().answeredBy()).isEqualTo("malindi-water");
  }

  @Test
  void what_ends_counts_as_answered_unless_it_was_before() {
    var answered = done(new Move.Tell(WORDS, true), FRESH).after();

    var ended =
        (Change)
            new Move.Bring(Status.FIXED, WORDS).on(answered, DIRECTORY, NEXT_DAY.plusSeconds(9));

    assertThat(ended.after().standing().answered()).isEqualTo(NEXT_DAY);
    assertThat(done(new Move.Bring(Status.CLOSED, WORDS), FRESH).after().standing().answered())
        .isEqualTo(NEXT_DAY);
  }

  @Test
  void an_answer_that_is_written_down_later_counts_on_its_day() {
    var change =
        (Change)
            new Move.Answer("malindi-water", LocalDate.of(2026, 11, 22), WORDS)
                .on(FRESH, DIRECTORY, MORNING.plus(Duration.ofDays(30)));

    assertThat(change.after().standing().answered()).isEqualTo("2026-11-22T20:59:59Z");
  }

  @Test
  void nobody_moves_on_what_has_ended_but_by_reopening_it() {
    var ended = at(Status.FIXED);
    var moves =
        List.of(
            new Move.Refer("kilifi-desk", ""),
            new Move.Tell(WORDS, true),
            new Move.Answer("malindi-water", LocalDate.of(2026, 11, 22), WORDS),
            new Move.Bring(Status.CLOSED, WORDS),
            new Move.Bring(Status.IN_HAND, ""));

    assertThat(moves).allSatisfy(move -> assertThat(refused(move, ended)).isEqualTo(409));
    assertThat(done(new Move.Reopen(""), ended).after().duty())
        .isEqualTo(Duty.of("malindi-water", Targets.USUAL, NEXT_DAY));
    assertThat(refused(new Move.Reopen(""), FRESH)).isEqualTo(409);
  }

  @Test
  void what_is_not_there_or_still_to_come_is_refused() {
    assertThat(refused(new Move.Refer("nowhere", ""), FRESH)).isEqualTo(422);
    assertThat(refused(new Move.Refer("malindi-water", ""), FRESH)).isEqualTo(409);
    assertThat(refused(new Move.Sort("nothing", null, "", null, null), FRESH)).isEqualTo(422);
    assertThat(refused(new Move.Answer("nowhere", LocalDate.EPOCH, WORDS), FRESH)).isEqualTo(422);
    assertThat(refused(new Move.Answer("malindi-water", LocalDate.of(2026, 11, 23), WORDS), FRESH))
        .isEqualTo(422);
    assertThat(refused(new Move.Bring(Status.RECEIVED, ""), FRESH)).isEqualTo(409);
    assertThat(refused(new Move.Bring(Status.FIXED, ""), FRESH)).isEqualTo(422);
  }

  @Test
  void only_what_is_owed_and_due_escalates() {
    var due = FRESH.duty().escalateBy();
    var answered = done(new Move.Tell(WORDS, true), FRESH).after();

    assertThat(refused(new Move.Escalate(), FRESH)).isEqualTo(409);
    assertThat(new Move.Escalate().on(answered, DIRECTORY, due)).isInstanceOf(Refused.class);
    assertThat(new Move.Escalate().on(FRESH, DIRECTORY, due)).isInstanceOf(Change.class);
  }

  @Test
  void the_audit_is_told_no_words() {
    var moves =
        List.of(
            new Move.Refer("kilifi-desk", WORDS),
            new Move.Tell(WORDS, true),
            new Move.Answer("malindi-water", LocalDate.of(2026, 11, 22), WORDS),
            new Move.Bring(Status.CLOSED, WORDS),
            new Move.Sort("roads", null, "", "Fundi", RootCause.NEGLECT));

    assertThat(moves)
        .allSatisfy(move -> {
          assertThat(done(move, FRESH).detail()).doesNotContain("Fundi");
          assertThat(move.toString()).doesNotContain("Fundi");
        });
  }
}
