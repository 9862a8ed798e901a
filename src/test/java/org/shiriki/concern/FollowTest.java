package org.shiriki.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shiriki.dialogue.Language.ENGLISH;
import static org.shiriki.dialogue.Language.KISWAHILI;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.shiriki.dialogue.Language;

class FollowTest {
  private static final String NO_WATER = "Hakuna maji tangu Jumatatu";

  @Test
  void with_nothing_reported_the_list_shows_ways_on() {
    var call = Call.passing(ENGLISH);

    var empty = call.says("2", "1");

    assertThat(empty)
        .contains("No concern on this phone yet", "1. Report a concern", "2. Find by reference");
  }

  @Test
  void ones_own_reports_are_listed_with_status_and_age() {
    var call = Call.known(KISWAHILI);
    call.says("1", "1", NO_WATER, "1", "1", "1");
    call.later(Duration.ofDays(2));
    call.says("00", "1", "3", "Shimo barabarani", "1", "1", "1");
    call.later(Duration.ofDays(1));

    var list = call.says("00", "2", "1");

    assertThat(list).contains("1. Barabara na taa: Imepokewa, jana", "2. Maji: Imepokewa, siku 3");
  }

  @Test
  void a_report_shows_where_it_stands_and_its_history_but_not_its_words() {
    var call = reported(ENGLISH, "1");
    var reference = call.concerns.filings().getFirst().reference();
    call.concerns.advance(
        reference, new Progress.Event(Status.IN_HAND, "", Call.MORNING.plus(Duration.ofDays(1))));
    call.concerns.advance(
        reference,
        new Progress.Event(
            Status.FIXED, "The pump is new. Thank you", Call.MORNING.plus(Duration.ofDays(3))));

    var page = call.saysAndReadsOn("00", "2", "1", "1");

    assertThat(page)
        .contains("Reference: " + reference.written(), "Water, Malindi Town")
        .contains("Status: Fixed, 24/11/2026. The pump is new. Thank you")
        .containsSubsequence("History:", "Received, 21/11/2026", "In hand, 22/11/2026")
        .doesNotContain(NO_WATER);
  }

  @Test
  void a_reply_that_no_sms_brought_is_shown_before_the_menu_until_it_is_read() {
    var call = reported(ENGLISH, "1");
    var reference = call.concerns.filings().getFirst().reference();
    call.replies.wait(
        new Replies.Waiting(reference, 2, reference, "The pump comes on Friday."), Call.AMINA);

    var shown = call.redials();
    var later = call.redials();
    var menu = call.says("1");

    assertThat(shown)
        .contains("The office's reply, " + reference.written(), "The pump comes on Friday.")
        .contains("1. I have read it");
    assertThat(later).isEqualTo(shown);
    assertThat(menu).startsWith("Shiriki");
    assertThat(call.redials()).startsWith("Shiriki");
  }

  @Test
  void a_nameless_report_is_found_by_its_reference_only_and_without_its_place() {
    var call = reported(ENGLISH, "2");
    var reference = call.concerns.filings().getFirst().reference();

    var list = call.says("00", "2", "1");
    var found = call.says("2", reference.code().toLowerCase(java.util.Locale.ROOT));

    assertThat(list).contains("No concern on this phone yet");
    assertThat(found)
        .contains(reference.written(), "Water", "Status: Received, 21/11/2026")
        .doesNotContain("Malindi", NO_WATER);
  }

  @Test
  void a_mistyped_reference_is_told_from_an_unknown_one() {
    var call = Call.passing(ENGLISH);
    var unknown = Reference.from(new java.util.Random(99)).next();
    var mistyped = new StringBuilder(unknown.code()).reverse().toString();

    assertThat(call.says("2", "2", mistyped)).startsWith("That reference is mistyped.");
    assertThat(call.says(unknown.written())).startsWith("No concern has that reference.");
  }

  @Test
  void what_we_hold_counts_ones_own_reports() {
    var call = reported(KISWAHILI, "1");

    assertThat(call.concerns.about(Call.AMINA).sw()).isEqualTo("Hoja: 1, unazofuata: 0");
  }

  private static Call reported(Language language, String contact) {
    var call = Call.known(language);
    call.says("1", "1", NO_WATER, "1", contact, "1");
    return call;
  }
}
