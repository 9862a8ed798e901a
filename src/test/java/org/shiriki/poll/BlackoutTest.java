package org.shiriki.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shiriki.Town;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;
import org.shiriki.privacy.PhoneKey;

class BlackoutTest {
  private static final Audience EVERYONE = new Audience.Everyone();
  private static final List<Blackout> RULES = Blackout.read(Town.CONFIG, Town.PLACES);
  private static final List<Blackout> KILIFI =
      List.of(new Blackout("by", LocalDate.of(2027, 8, 10), 5, List.of(Fair.KILIFI)));

  /// Midnight in Nairobi is nine in the evening, UTC.
  @ParameterizedTest
  @CsvSource({
    "2027-08-04T20:59:59Z, false",
    "2027-08-04T21:00:00Z, true",
    "2027-08-10T20:59:59Z, true",
    "2027-08-10T21:00:00Z, false"
  })
  void election_day_and_the_five_days_before_are_silent(Instant moment, boolean silent) {
    assertThat(silent(RULES, election(EVERYONE, true), moment)).isEqualTo(silent);
  }

  @Test
  void a_poll_that_is_not_about_an_election_is_never_silent() {
    assertThat(silent(RULES, election(EVERYONE, false), noon())).isFalse();
  }

  @Test
  void a_by_election_silences_polls_that_ask_its_county() {
    assertThat(silent(KILIFI, election(EVERYONE, true), noon())).isTrue();
    assertThat(silent(KILIFI, election(counties(Fair.KILIFI), true), noon())).isTrue();
    assertThat(silent(KILIFI, election(wards(Town.SHELLA), true), noon())).isTrue();
    assertThat(silent(KILIFI, election(counties("001"), true), noon())).isFalse();
    assertThat(silent(KILIFI, election(wards(Fair.TUDOR), true), noon())).isFalse();
  }

  @Test
  void fifty_answers_are_needed_for_a_live_count_and_none_is_told_in_a_blackout() {
    var poll = election(EVERYONE, true);
    var polls = new InMemoryPolls(List.of(poll));
    var publication = new Publication(polls, Town.PLACES, RULES);
    for (var number = 1; number <= 49; number++) {
      answer(polls, poll, number);
    }

    assertThat(publication.live(poll, Fair.NOW)).isEmpty();
    answer(polls, poll, 50);
    assertThat(publication.live(poll, Fair.NOW)).isPresent();
    assertThat(publication.live(poll, noon())).isEmpty();
  }

  private static void answer(Polls polls, Poll poll, int number) {
    var voter = new Voter(poll.id(), new PhoneKey("voter " + number));
    polls.answer(voter, new Ballot.Choice(1, 1), Cell.UNKNOWN, Fair.NOW);
  }

  private static Audience counties(String code) {
    return new Audience.Counties(List.of(code));
  }

  private static Audience wards(String code) {
    return new Audience.Wards(List.of(code));
  }

  private static Instant noon() {
    return Instant.parse("2027-08-07T09:00:00Z");
  }

  private static boolean silent(List<Blackout> rules, Poll poll, Instant moment) {
    return Blackout.silence(rules, poll, moment, Town.PLACES).isPresent();
  }

  private static Poll election(Audience audience, boolean electionRelated) {
    return new Poll(
        new PollId("election"),
        Text.same("Election"),
        audience,
        Set.of(Language.ENGLISH),
        Fair.WATER.opens(),
        Fair.WATER.closes(),
        "KECOSCE",
        "KECOSCE",
        electionRelated,
        Fair.WATER.questions());
  }
}
