package org.shiriki.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shiriki.poll.Fair.COUNTY;
import static org.shiriki.poll.Fair.OVER;
import static org.shiriki.poll.Fair.SABAKI;
import static org.shiriki.poll.Fair.TUDOR;
import static org.shiriki.poll.Fair.WARD;
import static org.shiriki.poll.Fair.WATER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Reply.Outcome;
import org.shiriki.place.Residence;
import org.shiriki.poll.Ballot.Choice;
import org.shiriki.privacy.Phone;

class PollScreensTest {
  private static final String POLLS = "1";
  private static final String START = "1";
  private static final String BACK = "0";

  private final Polls polls = new InMemoryPolls(Fair.polls());
  private final Handset amina = Handset.of(polls, Language.ENGLISH, SABAKI);

  @Test
  void polls_of_the_ward_and_the_county_are_listed_the_first_to_close_first() {
    var reply = amina.dial(POLLS);

    assertThat(reply.text())
        .startsWith(
            """
            Give your opinion on:
            1. About county
            2. About water
            3. About ward
            4. Results
            """);
  }

  @Test
  void polls_of_other_places_are_not_listed() {
    var baraka = Handset.of(polls, Language.KISWAHILI, TUDOR);

    var reply = baraka.dial(POLLS);

    assertThat(reply.text()).contains("1. Kuhusu water\n2. Matokeo");
    assertThat(reply.text()).doesNotContain("county", "ward");
  }

  @Test
  void the_ward_is_asked_first() {
    amina.knownAs(Caller.STRANGER.speaking(Language.ENGLISH));

    var reply = amina.dial(POLLS);

    assertThat(reply.text()).startsWith("Where do you live?");
  }

  @Test
  void after_the_ward_come_its_polls() {
    amina.knownAs(Caller.STRANGER.speaking(Language.ENGLISH));
    amina.dial(POLLS);

    var reply = amina.press("sabaki");

    assertThat(reply.text()).startsWith("Which one?\n1. Sabaki");
    assertThat(amina.press("1").text()).contains("About county", "About water", "About ward");
  }

  @Test
  void somebody_who_does_not_know_their_ward_is_asked_what_everybody_is_asked() {
    amina.knownAs(Caller.STRANGER.speaking(Language.ENGLISH).livingIn(new Residence.Unknown()));

    var reply = amina.dial(POLLS);

    assertThat(reply.text()).contains("1. About water\n2. Results\n3. Choose ward");
  }

  @Test
  void where_nothing_is_asked_the_list_says_so() {
    var nobody = Handset.of(new InMemoryPolls(List.of()), Language.KISWAHILI, SABAKI);

    var reply = nobody.dial(POLLS);

    assertThat(reply.text()).startsWith("Hakuna maoni ya kujibu katika eneo lako kwa sasa.");
  }

  @Test
  void a_poll_says_first_that_it_is_no_election() {
    amina.dial(POLLS);

    var reply = amina.press("2");

    assertThat(reply.text())
        .isEqualTo(
            """
            About water. This is an opinion poll, not an election. Your answer is counted without \
            your name. Until 1 Dec 2026.
            1. Start
            0 Back 00 Home\
            """);
  }

  @Test
  void consent_is_asked_before_the_first_answer() {
    amina.knownAs(withoutConsent());

    var reply = amina.dial(POLLS, "2", START);

    assertThat(reply.text()).startsWith("We keep your phone number");
    assertThat(amina.press("1").text()).startsWith("Water?\n1. Answer 1");
  }

  @Test
  void without_consent_nothing_is_asked_and_nothing_kept() {
    amina.knownAs(withoutConsent());
    amina.dial(POLLS, "2", START);

    var reply = amina.press("2");

    assertThat(reply.text()).startsWith("All right. Without your consent we keep nothing.");
    assertThat(amina.ballot(WATER)).isEqualTo(Ballot.EMPTY);
  }

  @Test
  void an_answer_is_counted_before_the_receipt_is_shown() {
    amina.dial(POLLS, "2", START);

    var reply = amina.press("3");

    assertThat(reply.outcome()).isEqualTo(Outcome.DONE);
    assertThat(reply.text())
        .startsWith(
            "Thank you! Your opinion is counted without your name. You can change it until"
                + " 1 Dec 2026.");
    assertThat(amina.ballot(WATER)).isEqualTo(new Ballot(List.of(new Choice(1, 3))));
  }

  @Test
  void no_stored_screen_knows_what_was_chosen() {
    amina.dial(POLLS, "1", START);
    amina.press("4");
    var first = amina.stored();
    var other = Handset.of(new InMemoryPolls(Fair.polls()), Language.ENGLISH, SABAKI);
    other.dial(POLLS, "1", START);
    other.press("2");

    assertThat(first).isEqualTo(other.stored());
  }

  @Test
  void questions_come_one_by_one_and_some_can_be_skipped() {
    var first = amina.dial(POLLS, "1", START);
    var second = amina.press("5");
    var third = amina.press("2");
    amina.press("1");

    assertThat(first.text()).contains("1/3 Clinic?", "4. Answer 4\n5. Skip");
    assertThat(second.text()).contains("2/3 Officers?", "2. Answer 2").doesNotContain("Skip");
    assertThat(third.text()).contains("3/3 Meetings?");
    assertThat(amina.ballot(COUNTY).choices())
        .containsExactly(new Choice(1, Ballot.SKIPPED), new Choice(2, 2), new Choice(3, 1));
  }

  @Test
  void back_at_a_question_the_answer_can_be_corrected() {
    amina.dial(POLLS, "1", START, "1");
    amina.press(BACK);

    amina.press("2");

    assertThat(amina.ballot(COUNTY).choices()).containsExactly(new Choice(1, 2));
  }

  @Test
  void a_dropped_line_goes_on_at_the_question_where_it_broke_off() {
    amina.dial(POLLS, "1", START, "1");

    var reply = amina.dial();

    assertThat(reply.text()).contains("1. Continue");
    assertThat(amina.press("1").text()).startsWith("2/3 Officers?");
  }

  @Test
  void a_poll_begun_another_day_goes_on_where_it_was_left() {
    amina.dial(POLLS, "1", START, "1");
    amina.press("00");

    var reply = amina.press("1");

    assertThat(reply.text()).contains("1. About county\n");
    assertThat(amina.press("1").text()).contains("1. Go on");
    assertThat(amina.press("1").text()).startsWith("2/3 Officers?");
  }

  @Test
  void after_the_receipt_other_polls_are_offered_and_the_answered_one_comes_last() {
    amina.dial(POLLS, "2", START, "1");

    var reply = amina.press("1");

    assertThat(reply.text())
        .contains("1. About county\n2. About ward\n3. About water (answered)\n4. Results");
  }

  @Test
  void an_answered_poll_offers_to_change_the_answer() {
    amina.dial(POLLS, "2", START, "1", "1");

    var reply = amina.press("3");

    assertThat(reply.text())
        .startsWith("About water. You have answered. You can change your answer until 1 Dec 2026.")
        .contains("1. Change my answer\n2. What I answered");
  }

  @Test
  void a_changed_answer_takes_the_place_of_the_first() {
    amina.dial(POLLS, "2", START, "1", "1", "3", "1");

    var reply = amina.press("2");

    assertThat(reply.outcome()).isEqualTo(Outcome.DONE);
    assertThat(amina.ballot(WATER).choices()).containsExactly(new Choice(1, 2));
  }

  @Test
  void while_changing_an_answer_may_stay_as_it_is() {
    answerCounty();
    amina.press("00");
    amina.dial(POLLS, "3", "1");

    var asked = amina.press("5");
    amina.press("1");
    amina.press("4");

    assertThat(asked.text()).contains("2/3 Officers?", "3. Leave as it is");
    assertThat(amina.ballot(COUNTY).choices())
        .containsExactly(new Choice(1, 1), new Choice(2, 1), new Choice(3, 3));
  }

  @Test
  void a_person_can_look_up_what_they_answered() {
    answerCounty();
    amina.press("00");
    amina.dial(POLLS, "3");

    var reply = amina.press("2");

    assertThat(reply.text())
        .startsWith(
            """
            About county
            Clinic?
            > Answer 1
            Officers?
            > Answer 2
            Meetings?
            > Answer 3
            """);
  }

  @Test
  void a_poll_that_closed_while_it_was_listed_says_so() {
    amina.dial(POLLS);
    amina.at(COUNTY.closes());

    var reply = amina.press("1");

    assertThat(reply.text()).startsWith("This poll has closed.\nGive your opinion on:");
  }

  @Test
  void a_late_answer_is_told_that_the_poll_has_closed() {
    amina.dial(POLLS, "1", START, "1");
    amina.at(COUNTY.closes());

    var reply = amina.press("1");

    assertThat(reply.text())
        .startsWith("This poll has closed. What you answered before it closed is counted.")
        .contains("1. Results\n2. Other polls");
    assertThat(amina.ballot(COUNTY).choices()).containsExactly(new Choice(1, 1));
  }

  @Test
  void a_poll_that_is_gone_says_so() {
    var gone = new Vanishing(polls);
    var handset = Handset.of(gone, Language.ENGLISH, SABAKI);
    handset.dial(POLLS);
    gone.vanish();

    var reply = handset.press("1");

    assertThat(reply.text()).startsWith("This poll is no longer here.");
  }

  @Test
  void a_question_of_a_poll_that_is_gone_leads_to_other_polls() {
    var gone = new Vanishing(polls);
    var handset = Handset.of(gone, Language.ENGLISH, SABAKI);
    handset.dial(POLLS, "2", START);
    gone.vanish();

    var reply = handset.press("3");

    assertThat(reply.text()).contains("This poll is no longer here.\n1. Other polls");
  }

  @Test
  void results_of_closed_polls_come_with_their_method() {
    vote(OVER, 1, 5);
    vote(OVER, 2, 3);

    amina.dial(POLLS, "4");

    assertThat(amina.read(amina.press("1")))
        .startsWith(
            "About over\n"
                + "Answers 8, 1-15 Nov 2026, all Kenya, KECOSCE, not a representative sample.")
        .contains("Lights?\n1. Answer 1 63% (5)\n2. Answer 2 38% (3)\n3. Answer 3 0% (0)");
  }

  @Test
  void a_closed_poll_that_nobody_answered_says_so() {
    amina.dial(POLLS, "4");

    var reply = amina.press("1");

    assertThat(reply.text())
        .contains("Answers 0, 1-15 Nov 2026", "not a representative sample.\nNobody answered");
  }

  @Test
  void results_of_open_polls_are_nowhere() {
    amina.dial(POLLS);

    var reply = amina.press("4");

    assertThat(reply.text()).startsWith("Results of polls\n1. About over\n0 Back");
  }

  @Test
  void what_is_held_is_the_number_of_polls_answered() {
    var holding = new PollHolding(polls, Handset.VAULT);
    amina.dial(POLLS, "2", START, "1");

    var line = holding.about(amina.key());

    assertThat(line.in(Language.ENGLISH)).isEqualTo("Polls answered: 1");
    assertThat(line.in(Language.KISWAHILI)).isEqualTo("Maoni uliyojibu: 1");
  }

  @Test
  void somebody_else_is_found_in_no_poll() {
    var holding = new PollHolding(polls, Handset.VAULT);
    amina.dial(POLLS, "2", START, "1");

    var line = holding.about(Handset.VAULT.keyOf(new Phone("+254700000002")));

    assertThat(line.in(Language.ENGLISH)).isEqualTo("Polls answered: 0");
  }

  @Test
  void marks_of_one_person_in_two_polls_do_not_match() {
    var water = Mark.of(Handset.VAULT, WATER.id(), amina.key());
    var ward = Mark.of(Handset.VAULT, WARD.id(), amina.key());

    assertThat(water.text()).isNotEqualTo(ward.text());
  }

  private static Caller withoutConsent() {
    return Caller.STRANGER.speaking(Language.ENGLISH).livingIn(new Residence.In(SABAKI));
  }

  private void answerCounty() {
    amina.dial(POLLS, "1", START, "1", "2", "3");
  }

  private void vote(Poll poll, int option, int people) {
    for (var number = 0; number < people; number++) {
      polls.answer(new Mark(poll.id(), option + "/" + number), new Choice(1, option), poll.opens());
    }
  }
}
