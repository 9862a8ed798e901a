package org.shiriki.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shiriki.poll.Fair.COUNTY;
import static org.shiriki.poll.Fair.OVER;
import static org.shiriki.poll.Fair.TUDOR;
import static org.shiriki.poll.Fair.WATER;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shiriki.Town;
import org.shiriki.citizen.CitizenScreens;
import org.shiriki.citizen.InMemoryCitizens;
import org.shiriki.citizen.InMemoryGuesses;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Handset;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Option;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.Turn;
import org.shiriki.place.Residence;
import org.shiriki.poll.Ballot.Choice;
import org.shiriki.poll.PollScreen.Ask;
import org.shiriki.poll.PollScreen.OpenPolls;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;

class PollScreensTest {
  /// What opens the poll about water, and its question.
  private static final String[] WATER_QUESTION = {"2", "1"};

  private static final Caller AMINA =
      Caller.STRANGER
          .speaking(Language.ENGLISH)
          .livingIn(new Residence.In(Town.SHELLA))
          .consenting();

  private final InMemoryPolls polls = new InMemoryPolls(Fair.polls());

  @Test
  void polls_of_the_ward_and_the_county_are_listed_the_first_to_close_first() {
    var phone = phone(AMINA).opens();

    assertThat(phone.sees())
        .isEqualTo(
            """
            CON Give your opinion on:
            1. About county
            2. About water
            3. About ward
            4. Results
            5. Check my receipt
            0 Back 00 Home\
            """);
  }

  @Test
  void polls_of_other_places_are_not_listed() {
    var phone = phone(AMINA.livingIn(new Residence.In(TUDOR))).opens();

    assertThat(phone.sees()).contains("1. About water\n2. Results\n3. Check my receipt\n0");
  }

  @Test
  void the_ward_is_asked_first() {
    var phone = phone(Caller.STRANGER.speaking(Language.ENGLISH)).opens();

    assertThat(phone.sees()).startsWith("CON Where do you live?");
  }

  @Test
  void after_the_ward_come_its_polls() {
    var phone = phone(Caller.STRANGER.speaking(Language.ENGLISH)).opens("shella", "1");

    assertThat(phone.sees()).contains("About county", "About water", "About ward");
  }

  @Test
  void somebody_who_does_not_know_their_ward_is_asked_what_everybody_is_asked() {
    var phone = phone(AMINA.livingIn(new Residence.Unknown())).opens();

    assertThat(phone.sees())
        .contains("1. About water\n2. Results\n3. Check my receipt\n4. Choose ward\n0");
  }

  @Test
  void where_nothing_is_asked_the_list_says_so() {
    var nothing = new InMemoryPolls(List.of());

    var phone = phone(AMINA.speaking(Language.KISWAHILI), nothing).opens();

    assertThat(phone.sees()).startsWith("CON Hakuna maoni ya kujibu katika eneo lako kwa sasa.");
  }

  @Test
  void a_poll_says_first_that_it_is_no_election() {
    var phone = phone(AMINA).opens("2");

    assertThat(phone.sees())
        .isEqualTo(
            """
            CON About water. This is an opinion poll, not an election. Your answer is counted \
            without your name. Until 1 Dec 2026.
            1. Start
            0 Back 00 Home\
            """);
  }

  @Test
  void consent_is_asked_before_the_first_answer() {
    var phone = phone(withoutConsent()).opens(WATER_QUESTION);

    assertThat(phone.sees()).startsWith("CON We keep your phone number");
    assertThat(phone.says("1").sees()).startsWith("CON Water?\n1. Answer 1");
  }

  @Test
  void without_consent_nothing_is_asked_and_nothing_kept() {
    var phone = phone(withoutConsent()).opens(WATER_QUESTION).says("2");

    assertThat(phone.sees())
        .startsWith("CON All right. Without your consent we do not keep your number.");
    assertThat(ballot(WATER)).isEqualTo(Ballot.EMPTY);
  }

  @Test
  void an_answer_is_counted_when_the_receipt_is_shown() {
    var phone = phone(AMINA).opens(WATER_QUESTION).says("3");

    assertThat(phone.sees())
        .isEqualTo(
            """
            CON Thank you! Your opinion is counted without your name. You can change it until \
            1 Dec 2026. Receipt: %s.
            1. Other polls
            0 Back 00 Home\
            """
                .formatted(receipt()));
    assertThat(ballot(WATER)).isEqualTo(new Ballot(List.of(new Choice(1, 3))));
  }

  @Test
  void no_screen_knows_what_was_chosen() {
    var screens = screens(polls);
    var turn = new Turn("turn", Town.AMINA, Handset.AMINA, AMINA, Town.MORNING);

    var options = screens.show(new Ask(COUNTY.id(), 1, false), turn).options();

    assertThat(options.stream().map(Option::chosen).map(chosen -> chosen.get()).distinct())
        .hasSize(1);
  }

  @Test
  void questions_come_one_by_one_and_some_can_be_skipped() {
    var phone = phone(AMINA).opens("1", "1");

    assertThat(phone.sees()).contains("1/3 Clinic?", "4. Answer 4\n5. Skip\n");
    assertThat(phone.says("5").sees()).contains("2/3 Officers?", "2. Answer 2\n0");
    assertThat(phone.says("2").sees()).contains("3/3 Meetings?");
    assertThat(phone.says("1").sees()).startsWith("CON Thank you!");
    assertThat(ballot(COUNTY).choices())
        .containsExactly(new Choice(1, Ballot.SKIPPED), new Choice(2, 2), new Choice(3, 1));
  }

  @Test
  void back_at_a_question_its_answer_can_be_corrected() {
    phone(AMINA).opens("1", "1", "1", "0", "2");

    assertThat(ballot(COUNTY).choices()).containsExactly(new Choice(1, 2));
  }

  @Test
  void a_line_that_drops_between_questions_loses_the_place() {
    assertThat(phone(AMINA).opens("1", "1").holdsWork()).isFalse();
    assertThat(phone(AMINA).opens("1", "1", "1").holdsWork()).isTrue();
    assertThat(phone(AMINA).opens("1", "1", "1", "1").holdsWork()).isFalse();
  }

  @Test
  void a_poll_begun_another_day_goes_on_where_it_was_left() {
    phone(AMINA).opens("1", "1", "1");

    var phone = phone(AMINA).opens("1");

    assertThat(phone.sees()).contains("1. Go on");
    assertThat(phone.says("1").sees()).startsWith("CON 2/3 Officers?");
  }

  @Test
  void after_the_receipt_other_polls_are_offered_and_the_answered_one_comes_last() {
    var phone = phone(AMINA).opens(WATER_QUESTION).says("1", "1");

    assertThat(phone.sees())
        .contains("1. About county\n2. About ward\n3. About water (answered)\n4. Results");
  }

  @Test
  void an_answered_poll_offers_to_change_the_answer() {
    phone(AMINA).opens(WATER_QUESTION).says("1");

    var phone = phone(AMINA).opens("3");

    assertThat(phone.sees())
        .isEqualTo(
            """
            CON About water. You have answered. You can change your answer until 1 Dec 2026. \
            Receipt: %s.
            1. Change my answer
            2. What I answered
            0 Back 00 Home\
            """
                .formatted(receipt()));
  }

  @Test
  void a_changed_answer_takes_the_place_of_the_first() {
    phone(AMINA).opens(WATER_QUESTION).says("1");

    phone(AMINA).opens("3", "1", "2");

    assertThat(ballot(WATER).choices()).containsExactly(new Choice(1, 2));
  }

  @Test
  void while_changing_an_answer_may_stay_as_it_is() {
    answerCounty();
    var phone = phone(AMINA).opens("3", "1");

    assertThat(phone.says("5").sees()).contains("2/3 Officers?", "3. Leave as it is");
    phone.says("1", "4");
    assertThat(ballot(COUNTY).choices())
        .containsExactly(new Choice(1, 1), new Choice(2, 1), new Choice(3, 3));
  }

  @Test
  void a_person_can_look_up_what_they_answered() {
    answerCounty();

    var phone = phone(AMINA).opens("3", "2");

    assertThat(phone.sees())
        .isEqualTo(
            """
            CON About county
            Clinic?
            > Answer 1
            Officers?
            > Answer 2
            Meetings?
            > Answer 3
            0 Back 00 Home\
            """);
  }

  @Test
  void a_poll_that_closed_while_it_was_listed_says_so() {
    var phone = phone(AMINA).opens().at(COUNTY.closes()).says("1");

    assertThat(phone.sees()).startsWith("CON This poll has closed.\nGive your opinion on:");
  }

  @Test
  void a_late_answer_is_told_that_the_poll_has_closed() {
    var phone = phone(AMINA).opens("1", "1", "1").at(COUNTY.closes()).says("1");

    assertThat(phone.sees())
        .isEqualTo(
            """
            CON This poll has closed. This answer is not counted; those that you gave before are.
            1. Results
            2. Other polls
            0 Back 00 Home\
            """);
    assertThat(ballot(COUNTY).choices()).containsExactly(new Choice(1, 1));
  }

  @Test
  void a_poll_that_is_gone_says_so() {
    var gone = new Vanishing(polls);
    var phone = phone(AMINA, gone.there()).opens();
    gone.vanish();

    phone.says("1");

    assertThat(phone.sees()).startsWith("CON This poll is no longer here.");
  }

  @Test
  void a_question_of_a_poll_that_is_gone_leads_to_other_polls() {
    var gone = new Vanishing(polls);
    var phone = phone(AMINA, gone.there()).opens(WATER_QUESTION);
    gone.vanish();

    phone.says("3");

    assertThat(phone.sees()).contains("This poll is no longer here.\n1. Other polls");
  }

  @Test
  void results_of_closed_polls_come_with_their_method() {
    count(OVER, 1, 40);
    count(OVER, 2, 30);
    count(OVER, 3, 10);
    polls.close(OVER.id(), 120, OVER.closes());

    var pages = phone(AMINA).opens("4", "1").pages();

    assertThat(String.join("\n", pages))
        .isEqualTo(
            """
            About over
            Answers 80, 1-15 Nov 2026, all Kenya, KECOSCE, not a representative sample. Someone with two SIM cards can answer twice.
            Lights?
            1. Answer 1 50% (40)
            2. Answer 2 38% (30)
            3. Answer 3 13% (10)
            Registered in the area: 120. Invited: 0. Answered: 80.\
            """);
  }

  @Test
  void a_closed_poll_that_few_answered_tells_only_that() {
    polls.close(OVER.id(), 120, OVER.closes());

    var phone = phone(AMINA).opens("4", "1");

    assertThat(String.join(" ", phone.pages()))
        .contains("Answers fewer than 10, 1-15 Nov 2026", "Fewer than 10 answered, so the");
  }

  @Test
  void a_result_that_is_not_published_is_not_told() {
    count(OVER, 1, 40);
    polls.close(OVER.id(), 120, OVER.closes());
    polls.hold(OVER.id());

    var phone = phone(AMINA).opens("4", "1");

    assertThat(String.join(" ", phone.pages()))
        .isEqualTo("This poll has closed. Its results are being checked and will be told here.");
  }

  @Test
  void results_of_open_polls_are_nowhere() {
    var phone = phone(AMINA).opens("4");

    assertThat(phone.sees()).isEqualTo("CON Results of polls\n1. About over\n0 Back 00 Home");
  }

  @Test
  void what_is_held_is_the_number_of_polls_answered() {
    var holding = new PollHolding(polls);
    phone(AMINA).opens(WATER_QUESTION).says("1");

    var line = holding.about(Handset.AMINA);

    assertThat(line.in(Language.ENGLISH)).isEqualTo("Polls answered: 1");
    assertThat(line.in(Language.KISWAHILI)).isEqualTo("Maoni uliyojibu: 1");
  }

  @Test
  void somebody_else_is_found_in_no_poll() {
    var holding = new PollHolding(polls);
    phone(AMINA).opens(WATER_QUESTION).says("1");

    var line = holding.about(Town.VAULT.keyOf(Town.BARAKA));

    assertThat(line.in(Language.ENGLISH)).isEqualTo("Polls answered: 0");
  }

  @Test
  void marks_of_one_person_in_two_polls_do_not_match() {
    var random = new Random(1);
    var water = PollKey.from(random).mark(Handset.AMINA);
    var ward = PollKey.from(random).mark(Handset.AMINA);

    assertThat(water).isNotEqualTo(ward);
  }

  @Test
  void a_receipt_of_an_open_poll_is_kept_and_of_a_sealed_one_counted() {
    phone(AMINA).opens(WATER_QUESTION).says("1");
    var receipt = polls.receipt(new Voter(WATER.id(), Handset.AMINA)).orElseThrow();

    assertThat(check(receipt.code())).startsWith("CON Your answer is kept.");
    polls.close(WATER.id(), 40, WATER.closes());
    assertThat(check(receipt.code())).startsWith("CON That receipt is counted: About water.");
  }

  @Test
  void a_receipt_of_somebody_else_is_not_told_before_the_close() {
    var baraka = new Voter(WATER.id(), Town.VAULT.keyOf(Town.BARAKA));
    polls.answer(baraka, new Choice(1, 1), Cell.UNKNOWN, Town.MORNING);
    var receipt = polls.receipt(baraka).orElseThrow();

    assertThat(check(receipt.code())).startsWith("CON No closed poll has that receipt.");
  }

  @Test
  void whoever_left_everything_is_told_that_their_answer_stands() {
    phone(AMINA).opens(WATER_QUESTION).says("1");

    polls.part(Handset.AMINA);

    assertThat(phone(AMINA).opens("2").sees())
        .startsWith("CON About water. You answered this poll before.");
    assertThat(polls.live(WATER.id()).orElseThrow().people()).isOne();
  }

  @Test
  void whoever_leaves_on_another_line_while_answering_is_told_so() {
    var phone = phone(AMINA).opens(WATER_QUESTION);
    phone(AMINA).opens(WATER_QUESTION).says("1");
    polls.part(Handset.AMINA);

    phone.says("2");

    assertThat(phone.sees()).contains("You answered this poll before.");
    assertThat(polls.live(WATER.id()).orElseThrow().counts()).containsOnlyKeys(new Choice(1, 1));
  }

  @Test
  void a_receipt_that_is_none_is_asked_for_again() {
    assertThat(check("0O1I")).startsWith("CON A receipt has 6 letters and digits.");
  }

  @Test
  void results_are_silent_in_a_blackout() {
    var election =
        new Poll(
            new PollId("election"),
            Text.same("Election"),
            new Audience.Everyone(),
            Set.of(Language.ENGLISH),
            OVER.opens(),
            OVER.closes(),
            "KECOSCE",
            "KECOSCE",
            true,
            OVER.questions());
    var sealed = new InMemoryPolls(List.of(election));
    sealed.close(election.id(), 120, election.closes());
    var phone = phone(AMINA, sealed);

    assertThat(String.join(" ", phone.opens("1", "1").pages())).contains("Fewer than 10 answered");
    var silent = Instant.parse("2027-08-05T06:00:00Z");
    assertThat(phone.at(silent).opens("1", "1").sees())
        .startsWith("CON The law (Cap. 7B) keeps these results")
        .contains("after 10 Aug 2027");
  }

  @Test
  void neighbouring_numbers_in_one_minute_are_flagged_and_counted() {
    var bursts = new Bursts(polls, Town.VAULT);
    for (var number = 0; number < 20; number++) {
      bursts.counted(WATER.id(), new Phone("+2547001234" + (10 + number)), Town.MORNING);
    }

    assertThat(polls.bursts(WATER.id())).hasSize(1);
    assertThat(polls.bursts(WATER.id()).getFirst().answers()).isEqualTo(20);
    assertThat(polls.bursts(WATER.id()).getFirst().cell()).doesNotContain("7001234");
  }

  @Test
  void numbers_far_apart_or_an_hour_apart_are_not_flagged() {
    var bursts = new Bursts(polls, Town.VAULT);
    for (var number = 0; number < 50; number++) {
      bursts.counted(WATER.id(), new Phone("+2547%02d123400".formatted(number)), Town.MORNING);
      bursts.counted(
          WATER.id(),
          new Phone("+2547991234" + (10 + number)),
          Town.MORNING.plus(Duration.ofHours(number)));
    }

    assertThat(polls.bursts(WATER.id())).isEmpty();
  }

  private Receipt receipt() {
    return polls.receipt(new Voter(WATER.id(), Handset.AMINA)).orElseThrow();
  }

  private String check(String typed) {
    return phone(AMINA.livingIn(new Residence.Unknown())).opens("3").says(typed).sees();
  }

  private static PollScreens screens(Polls polls) {
    return new PollScreens(
        polls,
        Town.PLACES,
        new Publication(polls, Town.PLACES, Blackout.read(Town.CONFIG, Town.PLACES)),
        new Bursts(polls, Town.VAULT),
        new InMemoryGuesses());
  }

  private Handset phone(Caller caller) {
    return phone(caller, polls);
  }

  private static Handset phone(Caller caller, Polls polls) {
    var citizens = new InMemoryCitizens(InstantSource.fixed(Town.MORNING));
    return new Handset(
        () -> caller,
        OpenPolls.unlisted(),
        screens(polls),
        new CitizenScreens(citizens, Town.PLACES, List.of()));
  }

  private static Caller withoutConsent() {
    return Caller.STRANGER.speaking(Language.ENGLISH).livingIn(new Residence.In(Town.SHELLA));
  }

  private Ballot ballot(Poll poll) {
    var amina = new Voter(poll.id(), Handset.AMINA);
    return polls.ballots(List.of(amina)).getOrDefault(poll.id(), Ballot.EMPTY);
  }

  private void answerCounty() {
    phone(AMINA).opens("1", "1", "1", "2", "3");
  }

  private void count(Poll poll, int option, int people) {
    for (var number = 0; number < people; number++) {
      var voter = new Voter(poll.id(), new PhoneKey(option + "/" + number));
      polls.answer(voter, new Choice(1, option), Cell.UNKNOWN, poll.opens());
    }
  }
}
