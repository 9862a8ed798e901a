package org.shiriki.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shiriki.dialogue.Language.ENGLISH;
import static org.shiriki.dialogue.Language.KISWAHILI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shiriki.dialogue.Language;
import org.shiriki.place.Residence;

class ReportTest {
  private static final String NO_WATER = "Hakuna maji tangu Jumatatu";

  @ParameterizedTest
  @EnumSource
  void all_twelve_categories_and_the_way_to_safety_stand_on_two_pages(Language language) {
    var call = Call.passing(language);

    var first = call.says("1");
    var second = call.says("98");

    assertThat(first).contains("1. ", "7. ").doesNotContain("8. ");
    assertThat(second).contains("8. ", "12. ", "13. ").doesNotContain("98 ");
  }

  @Test
  void the_last_line_leads_where_the_house_keeps_people_safe() {
    assertThat(Call.passing(ENGLISH).says("1", "13")).startsWith("Type the reference");
  }

  @Test
  void what_tells_of_danger_is_taken_over_and_not_filed() {
    var call = Call.known(ENGLISH);

    var said = call.says("1", "1", "They set fire to the pump");

    assertThat(said).startsWith("Follow your concern");
    assertThat(call.concerns.filings()).isEmpty();
  }

  @Test
  void a_remedy_that_tells_of_danger_is_taken_over_too() {
    var call = Call.known(ENGLISH);

    var said = call.says("1", "1", NO_WATER, "Stop those who set fire to it");

    assertThat(said).startsWith("Follow your concern");
  }

  @Test
  void a_known_caller_reports_and_has_the_reference_of_what_was_kept() {
    var call = Call.known(ENGLISH);

    var receipt = call.says("1", "1", NO_WATER, "1", "1", "1");

    var filing = call.concerns.filings().getFirst();
    assertThat(receipt).contains(filing.reference().written(), "within 14 days", "5. My reports");
    assertThat(filing.reporter()).isEqualTo(Call.AMINA);
    assertThat(filing.draft().text()).isEqualTo(NO_WATER);
    assertThat(filing.draft().remedy()).isEmpty();
    assertThat(filing.route().office()).isEqualTo("malindi-water");
  }

  @Test
  void nothing_is_kept_before_it_is_sent() {
    var call = Call.known(KISWAHILI);

    var confirm = call.says("1", "1", NO_WATER, "Rekebisheni bomba", "1");

    assertThat(confirm)
        .contains("Kwa: Malindi Water", "Maji, Malindi Town", NO_WATER)
        .contains("Suluhisho: Rekebisheni bomba", "Jibu: simu hii.");
    assertThat(call.concerns.filings()).isEmpty();
  }

  @Test
  void cancelling_keeps_nothing_and_leads_home() {
    var call = Call.known(KISWAHILI);

    var home = call.says("1", "1", NO_WATER, "1", "1", "3");

    assertThat(home).startsWith("Shiriki");
    assertThat(call.concerns.filings()).isEmpty();
    assertThat(call.now().holdsWork()).isFalse();
  }

  @Test
  void a_sentence_keeps_its_stars_and_its_odd_characters_are_shown_plain() {
    var call = Call.known(ENGLISH);

    var confirm = call.says("1", "3", "Shimo kubwa * hatari\n“sana” 😀", "*1*2#", "1");

    assertThat(confirm).contains("Shimo kubwa * hatari \"sana\" ?");
    call.says("1");
    assertThat(call.concerns.filings().getFirst().draft().text())
        .isEqualTo("Shimo kubwa * hatari “sana” 😀");
    assertThat(call.concerns.filings().getFirst().draft().remedy()).isEqualTo("*1*2#");
  }

  @Test
  void words_too_few_are_kept_and_can_be_continued() {
    var call = Call.known(ENGLISH);

    var more = call.says("1", "1", "maji");

    assertThat(more).contains("You wrote: maji", "Please add a little");
    call.says("hakuna", "1", "1", "1");
    assertThat(call.concerns.filings().getFirst().draft().text()).isEqualTo("maji hakuna");
  }

  @Test
  void an_empty_answer_shows_the_question_again() {
    var call = Call.known(ENGLISH);

    var again = call.says("1", "1", "  ");

    assertThat(again).startsWith("Please write a few words.").contains("To: water company");
  }

  @Test
  void a_very_long_report_is_read_page_by_page_and_ends_with_dots_where_it_was_cut() {
    var call = Call.known(ENGLISH);
    var words = "maji chafu ya bomba ".repeat(20);

    var confirm = call.saysAndReadsOn("1", "1", words, "1", "1");

    assertThat(confirm).contains("chafu ya...", "1. Send");
    call.says("1");
    assertThat(call.concerns.filings().getFirst().draft().text())
        .hasSizeLessThanOrEqualTo(300)
        .endsWith("chafu ya...");
  }

  @Test
  void words_can_be_changed_before_sending() {
    var call = Call.known(ENGLISH);

    var confirm = call.says("1", "1", NO_WATER, "1", "1", "2", "Maji ni machafu");

    assertThat(confirm).contains("Maji ni machafu", "1. Send").doesNotContain(NO_WATER);
    call.says("1");
    assertThat(call.concerns.filings()).hasSize(1);
    assertThat(call.concerns.filings().getFirst().draft().text()).isEqualTo("Maji ni machafu");
  }

  @Test
  void a_passing_caller_is_asked_for_the_ward_and_for_consent_once() {
    var call = Call.passing(ENGLISH);

    assertThat(call.says("1", "2")).contains("Where do you live?");
    assertThat(call.says("Mtongwe", "1")).contains("Health", "To: county health department");
    assertThat(call.says("Hakuna dawa hospitalini", "1")).contains("May we answer");
    assertThat(call.says("1")).contains("We keep your phone number");
    assertThat(call.says("1")).contains("To: Mombasa County Health", "Mtongwe");
    assertThat(call.says("1")).contains("within 14 days");
    assertThat(call.concerns.filings().getFirst().reporter()).isEqualTo(Call.AMINA);
    assertThat(call.says("00", "1", "2")).contains("Write what is wrong");
  }

  @Test
  void who_does_not_consent_is_told_and_may_send_without_a_name() {
    var call = Call.passing(KISWAHILI);

    var told = call.says("1", "1", "Mtongwe", "1", NO_WATER, "1", "1", "2");

    assertThat(told).contains("Bila idhini hatuweki nambari yako");
    assertThat(call.says("1")).contains("Bila jina.");
    assertThat(call.says("1")).contains("Iandike: ndiyo njia pekee");
    assertThat(call.concerns.filings().getFirst().reporter()).isNull();
    assertThat(call.citizens.recognise(Call.AMINA).consented()).isFalse();
  }

  @Test
  void a_caller_who_does_not_know_the_ward_is_served_by_a_desk() {
    var call = Call.passing(ENGLISH);

    var confirm = call.says("1", "1", "8", NO_WATER, "1", "2");

    assertThat(confirm).contains("To: Shiriki desk, Coast", "ward not known");
    call.says("1");
    assertThat(call.concerns.filings().getFirst().draft().ward())
        .isEqualTo(new Residence.Unknown());
  }

  @Test
  void a_known_caller_may_still_report_without_a_name() {
    var call = Call.known(ENGLISH);

    var receipt = call.says("1", "1", NO_WATER, "1", "2", "1");

    assertThat(receipt).contains("Write it down");
    assertThat(call.concerns.filings().getFirst().reporter()).isNull();
    assertThat(call.now().holdsWork()).isTrue();
  }

  @Test
  void a_dropped_line_loses_nothing_that_was_said_not_even_the_ward() {
    var call = Call.passing(ENGLISH);
    call.says("1", "1", "Mtongwe", "1", NO_WATER);

    var offer = call.redials();

    assertThat(offer).contains("1. Continue");
    assertThat(call.says("1")).contains("What would fix it");
    assertThat(call.says("1", "2")).contains(NO_WATER, "Mtongwe", "To: Mombasa Water");
  }

  @Test
  void a_line_that_drops_while_writing_keeps_the_ward() {
    var call = Call.passing(ENGLISH);
    call.says("1", "1", "Mtongwe", "1");
    call.redials();

    var confirm = call.says("1", NO_WATER, "1", "2");

    assertThat(confirm).contains(NO_WATER, "Mtongwe");
  }

  @Test
  void a_press_that_is_played_twice_begins_one_draft() {
    var call = Call.known(ENGLISH);
    call.says("1");
    var before = call.now();
    call.says("1", NO_WATER, "1", "1", "1");

    call.from(before).says("1", NO_WATER, "1", "1", "1");

    assertThat(call.concerns.filings()).hasSize(1);
  }

  @Test
  void sending_that_was_cut_off_and_is_sent_again_gives_the_same_reference() {
    var call = Call.known(ENGLISH);
    call.says("1", "1", NO_WATER, "1", "1");
    var before = call.now();
    var receipt = call.says("1");

    var again = call.from(before).says("1");

    assertThat(again).isEqualTo(receipt);
    assertThat(call.concerns.filings()).hasSize(1);
  }

  @Test
  void who_left_between_confirming_and_sending_is_asked_for_consent_again() {
    var call = Call.known(ENGLISH);
    call.says("1", "1", NO_WATER, "1", "1");
    call.citizens.leave(Call.AMINA);
    call.citizens.speaks(Call.AMINA, ENGLISH);
    call.redials();

    var asked = call.says("1", "1");

    assertThat(asked).contains("We keep your phone number");
    assertThat(call.concerns.filings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void every_receipt_is_one_screen(Language language) {
    var call = Call.known(language);

    var named = call.says("1", "1", NO_WATER, "1", "1", "1");
    var nameless = call.says("00", "1", "1", NO_WATER, "1", "2", "1");

    assertThat(named).doesNotContain("98 ");
    assertThat(nameless).doesNotContain("98 ");
  }
}
