package org.shiriki.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shiriki.poll.Fair.PLACES;
import static org.shiriki.poll.Fair.TUDOR;
import static org.shiriki.poll.Fair.question;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shiriki.Town;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;
import org.shiriki.poll.Ballot.Choice;

class TallyTest {
  private static final Tally TALLY =
      new Tally(
          412, Map.of(new Choice(1, 1), 2, new Choice(1, 2), 1, new Choice(1, Ballot.SKIPPED), 5));

  @Test
  void shares_are_of_those_who_answered_the_question() {
    assertThat(TALLY.answers(1)).isEqualTo(3);
    assertThat(TALLY.percent(1, 1)).isEqualTo(67);
    assertThat(TALLY.percent(1, 2)).isEqualTo(33);
    assertThat(TALLY.percent(1, 3)).isZero();
    assertThat(TALLY.percent(2, 1)).isZero();
  }

  @Test
  void the_method_names_how_many_when_where_and_who() {
    var wards = new Audience.Wards(List.of(Town.SHELLA, TUDOR));

    var line = line("2026-11-02T21:00:00Z", "2026-11-10T21:00:00Z", wards, "KECOSCE");

    assertThat(line.sw())
        .isEqualTo(
            "Maoni 412, 3-10 Nov 2026, wadi 2, KECOSCE, si sampuli wakilishi. Mwenye laini mbili anaweza kujibu mara mbili.");
    assertThat(line.en())
        .isEqualTo(
            "Answers 412, 3-10 Nov 2026, 2 wards, KECOSCE, not a representative sample. Someone with two SIM cards can answer twice.");
  }

  @Test
  void the_method_names_who_asked_for_whom() {
    var line =
        line("2026-11-02T21:00:00Z", "2026-11-10T21:00:00Z", new Audience.Everyone(), "Haki Pwani");

    assertThat(line.sw()).contains("Kenya nzima, KECOSCE kwa niaba ya Haki Pwani, si sampuli");
    assertThat(line.en()).contains("all Kenya, KECOSCE for Haki Pwani, not a representative");
  }

  @Test
  void a_period_over_two_months_names_both() {
    var county = new Audience.Counties(List.of("003"));

    var line = line("2026-10-27T21:00:00Z", "2026-11-03T21:00:00Z", county, "KECOSCE");

    assertThat(line.sw()).contains("28 Okt-3 Nov 2026, kaunti ya Kilifi,");
    assertThat(line.en()).contains("28 Oct-3 Nov 2026, Kilifi county,");
  }

  @Test
  void a_period_over_two_years_names_both() {
    var counties = new Audience.Counties(List.of("001", "003"));

    var line = line("2026-12-27T21:00:00Z", "2027-01-03T21:00:00Z", counties, "KECOSCE");

    assertThat(line.sw()).contains("28 Des 2026-3 Jan 2027, kaunti 2,");
  }

  @Test
  void a_period_of_one_day_names_it_once() {
    var ward = new Audience.Wards(List.of(Town.SHELLA));

    var line = line("2026-11-20T21:00:00Z", "2026-11-21T21:00:00Z", ward, "KECOSCE");

    assertThat(line.en()).contains("Answers 412, 21 Nov 2026, Shella, Malindi ward,");
  }

  @Test
  void no_result_is_put_into_words_without_its_method() {
    var poll = Fair.poll("over", new Audience.Everyone(), -20, -6, question("A?", "A?", 2, false));

    assertThat(TALLY.inWords(poll, MethodBox.USUAL, PLACES).en())
        .contains("not a representative sample");
    assertThat(new Tally(0, Map.of()).inWords(poll, MethodBox.USUAL, PLACES).sw())
        .contains("si sampuli wakilishi");
  }

  private static Text line(String opens, String closes, Audience audience, String sponsor) {
    var poll =
        new Poll(
            new PollId("method"),
            Text.same("Method"),
            audience,
            Set.of(Language.ENGLISH),
            Instant.parse(opens),
            Instant.parse(closes),
            sponsor,
            "KECOSCE",
            false,
            List.of(question("A?", "A?", 2, false)));
    return Method.line(poll, MethodBox.USUAL, TALLY, PLACES);
  }
}
