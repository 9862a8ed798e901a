package org.shiriki.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shiriki.poll.Fair.COUNTY;
import static org.shiriki.poll.Fair.NOW;
import static org.shiriki.poll.Fair.PLACES;
import static org.shiriki.poll.Fair.TUDOR;
import static org.shiriki.poll.Fair.WARD;
import static org.shiriki.poll.Fair.WATER;
import static org.shiriki.poll.Fair.poll;
import static org.shiriki.poll.Fair.question;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiriki.Town;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;
import org.shiriki.place.Residence;
import org.shiriki.poll.Ballot.Choice;
import org.shiriki.privacy.PhoneKey;

class PollTest {
  private static final Residence UNKNOWN = new Residence.Unknown();

  @Test
  void it_is_open_from_its_first_moment_and_closed_from_its_last() {
    assertThat(WATER.openAt(WATER.opens().minusMillis(1))).isFalse();
    assertThat(WATER.openAt(WATER.opens())).isTrue();
    assertThat(WATER.openAt(WATER.closes().minusMillis(1))).isTrue();
    assertThat(WATER.openAt(WATER.closes())).isFalse();
    assertThat(WATER.closedAt(WATER.closes().minusMillis(1))).isFalse();
    assertThat(WATER.closedAt(WATER.closes())).isTrue();
  }

  @Test
  void it_reaches_those_who_live_where_it_is_asked() {
    assertThat(asked(new Residence.In(Town.SHELLA))).containsExactly(WATER, COUNTY, WARD);
    assertThat(asked(new Residence.In(TUDOR))).containsExactly(WATER);
    assertThat(asked(UNKNOWN)).containsExactly(WATER);
    assertThat(asked(new Residence.Unasked())).containsExactly(WATER);
  }

  @Test
  void it_reaches_those_whose_language_it_speaks() {
    var english =
        new Poll(
            WATER.id(),
            WATER.title(),
            WATER.audience(),
            Set.of(Language.ENGLISH),
            WATER.opens(),
            WATER.closes(),
            WATER.sponsor(),
            WATER.conductor(),
            false,
            WATER.questions());

    assertThat(english.isFor(Caller.STRANGER.speaking(Language.ENGLISH), PLACES)).isTrue();
    assertThat(english.isFor(Caller.STRANGER.speaking(Language.KISWAHILI), PLACES)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"everyone", "counties 002 003", "wards 0088"})
  void an_audience_is_read_as_it_was_written(String code) {
    assertThat(Audience.parse(code).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "somebody", "counties", "wards ", "everyone 003"})
  void an_audience_that_is_none_is_refused(String code) {
    assertThatThrownBy(() -> Audience.parse(code))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the audience must be");
  }

  @Test
  void a_poll_that_is_well_made_has_no_faults() {
    assertThat(Fair.polls()).allMatch(poll -> poll.faults(PLACES).isEmpty());
  }

  @Test
  void all_that_is_wrong_with_it_is_told() {
    var poll =
        poll(
            "one",
            new Audience.Counties(List.of("003", "999")),
            2,
            1,
            question("“Maji”", "", 1, true));

    assertThat(poll.faults(PLACES))
        .containsExactly(
            "closes before it opens",
            "cannot have its only question skipped",
            "no place has the code 999",
            "question 1: text in sw: phones cannot show “ (LEFT DOUBLE QUOTATION MARK)",
            "question 1: text in sw: phones cannot show ” (RIGHT DOUBLE QUOTATION MARK)",
            "question 1: text in en is missing",
            "question 1: has 1 options; 2 to 9 are possible");
  }

  @Test
  void it_has_one_to_five_questions() {
    var everyone = new Audience.Everyone();
    var question = question("Maji?", "Water?", 2, false);
    var six = Collections.nCopies(6, question).toArray(Question[]::new);

    assertThat(poll("none", everyone, 1, 2).faults(PLACES))
        .containsExactly("has 0 questions; 1 to 5 are possible");
    assertThat(poll("six", everyone, 1, 2, six).faults(PLACES))
        .containsExactly("has 6 questions; 1 to 5 are possible");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Maji", "a b", "a*b", "abcdefghijabcdefghijabcdefghijabcdefghij1"})
  void an_id_that_would_not_read_well_is_refused(String id) {
    assertThatThrownBy(() -> new PollId(id)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_ballot_goes_on_at_the_first_question_that_was_not_reached() {
    var ballot = new Ballot(List.of(new Choice(1, Ballot.SKIPPED), new Choice(3, 1)));

    assertThat(ballot.next(COUNTY)).hasValue(2);
    assertThat(ballot.completes(COUNTY)).isFalse();
  }

  @Test
  void a_ballot_with_every_question_reached_is_complete() {
    var ballot =
        new Ballot(List.of(new Choice(1, Ballot.SKIPPED), new Choice(2, 2), new Choice(3, 1)));

    assertThat(ballot.completes(COUNTY)).isTrue();
  }

  @Test
  void a_voter_does_not_print_themselves() {
    assertThat(new Voter(WATER.id(), new PhoneKey("secret"))).hasToString("Voter[water, hidden]");
  }

  @Test
  void the_last_day_is_the_one_before_a_close_at_midnight() {
    var poll =
        new Poll(
            new PollId("midnight"),
            Text.same("Midnight"),
            new Audience.Everyone(),
            Set.of(Language.ENGLISH),
            NOW,
            Instant.parse("2026-11-30T21:00:00Z"),
            "KECOSCE",
            "KECOSCE",
            false,
            List.of(question("Taa?", "Lights?", 2, false)));

    assertThat(poll.lastDay()).hasToString("2026-11-30");
  }

  private static List<Poll> asked(Residence residence) {
    var caller = Caller.STRANGER.livingIn(residence);
    return Stream.of(WATER, COUNTY, WARD).filter(poll -> poll.isFor(caller, PLACES)).toList();
  }
}
