package org.shiriki.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;
import org.shiriki.sms.Purpose;

class LintTest {
  private static List<String> faults(Purpose purpose, String sw, String en) {
    return Lint.faults(Drafts.of(purpose, Text.of(sw, en), Drafts.WATER));
  }

  @Test
  void a_plain_alert_with_a_way_out_is_sound() {
    assertThat(Lint.faults(Drafts.alert())).isEmpty();
  }

  @Test
  void a_missing_language_is_named() {
    assertThat(faults(Purpose.ALERT, "Maji. Acha: ONDOA", " "))
        .contains("text in en is missing", "text in en must end with \"Leave: STOP\"");
  }

  @Test
  void a_language_that_nobody_is_written_to_may_be_missing() {
    var swahili =
        new Audience.Subscribers(List.of("water"), List.of(), List.of(Language.KISWAHILI));

    assertThat(Lint.faults(Drafts.of(Purpose.ALERT, Text.of("Maji leo. Acha: ONDOA", ""), swahili)))
        .isEmpty();
  }

  @Test
  void a_character_that_makes_it_dearer_is_named_with_another_to_write() {
    assertThat(faults(Purpose.ALERT, "Maji ‘leo’. Acha: ONDOA", "Water today. Leave: STOP"))
        .containsExactly(
            "text in sw: ‘ (LEFT SINGLE QUOTATION MARK) makes it dearer, write '; ’ (RIGHT SINGLE"
                + " QUOTATION MARK) makes it dearer, write '");
  }

  @Test
  void every_alert_says_how_to_leave_and_an_emergency_need_not() {
    assertThat(faults(Purpose.EDUCATION, "Maji leo", "Water today")).hasSize(2);
    assertThat(
            Lint.faults(
                Drafts.of(
                    Purpose.EMERGENCY, Text.of("Mafuriko", "Flood"), Drafts.WATER, "flood", "")))
        .isEmpty();
  }

  @Test
  void an_emergency_without_a_reason_is_none() {
    assertThat(faults(Purpose.EMERGENCY, "Mafuriko", "Flood"))
        .containsExactly("reason: say why it is an emergency");
  }

  @Test
  void only_the_ward_and_the_name_can_be_filled_in() {
    assertThat(
            faults(
                Purpose.ALERT,
                "{jina}, {ward}: maji. Acha: ONDOA",
                "{name}, {ward}: water. Leave: STOP"))
        .isEmpty();
    assertThat(faults(Purpose.ALERT, "{ward}: maji. Acha: ONDOA", "{phone}: water. Leave: STOP"))
        .containsExactly("text in en: only {ward} and {jina} or {name} can be filled in");
    assertThat(faults(Purpose.ALERT, "{ward: maji. Acha: ONDOA", "Water. Leave: STOP"))
        .containsExactly("text in sw: only {ward} and {jina} or {name} can be filled in");
  }

  @Test
  void parts_are_counted_with_the_longest_name() {
    var fits = "maji ".repeat(84) + "a soko {jina} Acha: ONDOA";

    assertThat(faults(Purpose.ALERT, fits, "Water today. Leave: STOP")).isEmpty();
    assertThat(faults(Purpose.ALERT, "a" + fits, "Water today. Leave: STOP"))
        .containsExactly("text in sw takes 4 SMS, 3 are the most");
  }

  @Test
  void a_text_of_four_messages_is_too_long() {
    assertThat(
            faults(Purpose.ALERT, "maji ".repeat(92) + "Acha: ONDOA", "Water today. Leave: STOP"))
        .containsExactly("text in sw takes 4 SMS, 3 are the most");
  }

  @Test
  void a_political_text_names_its_speaker_and_goes_to_those_who_asked() {
    var text = Text.of("Njoo uone. Acha: ONDOA", "Come and see. KECOSCE. Leave: STOP");
    var everybody = new Audience.Consented(List.of(), List.of(Language.values()));

    assertThat(Lint.faults(Drafts.of(Purpose.POLITICAL, text, everybody, "", "Kecosce")))
        .containsExactly(
            "text in sw must name its speaker",
            "audience: what is political is for those who asked for it only");
    assertThat(Lint.faults(Drafts.of(Purpose.POLITICAL, text, Drafts.WATER, "", "")))
        .contains("speaker: say whose words these are");
  }

  @Test
  void a_service_reply_is_no_broadcast() {
    assertThat(faults(Purpose.SERVICE, "Maji. Acha: ONDOA", "Water. Leave: STOP"))
        .containsExactly("class: a broadcast is an alert, education, political or an emergency");
  }
}
