package org.shiriki.information;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.shiriki.Town;
import org.shiriki.dialogue.Handset;
import org.shiriki.dialogue.Language;
import org.shiriki.information.InformationScreen.HelpNumbers;
import org.shiriki.sms.Message;
import org.shiriki.sms.Message.Lane;

final class InformationScreensTest {
  private static final Instant SUNDAY = Instant.parse("2026-11-22T06:00:00Z");
  private static final Instant SATURDAY_NIGHT = Instant.parse("2026-11-21T21:00:00Z");

  private final Library library = new Library();

  @Test
  void topics_are_listed_by_title() {
    var phone = library.phone().opens();

    assertThat(phone.sees())
        .isEqualTo(
            """
            CON Information: choose a topic.
            1. Clean water
            2. Roads
            3. Safety
            0 Back 00 Home\
            """);
  }

  @Test
  void a_topic_is_read_without_consent() {
    var phone = library.phone(Language.KISWAHILI).opens("1");

    assertThat(phone.sees())
        .isEqualTo(
            """
            CON Chemsha maji ya kunywa.
            Maji yakikatika, toa hoja hapa.
            1. Nitumie kwa SMS
            0 Rudi 00 Mwanzo\
            """);
  }

  @Test
  void a_topic_is_listed_on_the_last_day_before_its_review() {
    var phone = library.phone().at(SATURDAY_NIGHT.minusSeconds(1)).opens();

    assertThat(phone.sees()).contains("Roads");
  }

  @Test
  void whoever_opted_out_is_told_that_no_sms_would_come_and_how_it_comes_again() {
    library.consented().optedOut();
    var phone = library.phone().opens("1", "1");

    assertThat(phone.sees())
        .startsWith("CON You sent STOP, so you get no SMS from us.")
        .contains("1. Let SMS come again");
    assertThat(library.sent()).isEmpty();

    phone.says("1");
    library.phone().opens("1", "1");
    assertThat(library.sent()).hasSize(1);
  }

  @Test
  void whoever_left_and_came_back_is_asked_whether_sms_may_come_again() {
    library.left();

    assertThat(library.phone().opens("1", "1").sees())
        .startsWith("CON When you left we kept a mark so that you get no SMS.");

    assertThat(library.sent()).isEmpty();
  }

  @Test
  void an_overdue_topic_is_not_listed_from_midnight_in_kenya() {
    var phone = library.phone().at(SATURDAY_NIGHT).opens();

    assertThat(phone.sees()).contains("2. Safety").doesNotContain("Roads");
  }

  @Test
  void a_topic_that_becomes_overdue_while_it_is_listed_is_not_shown() {
    var phone = library.phone().opens();

    phone.at(SATURDAY_NIGHT).says("2");

    assertThat(phone.sees()).startsWith("CON This topic is being checked again.");
  }

  @Test
  void a_number_goes_on_meaning_the_topic_that_it_was_shown_with() {
    var phone = library.phone().opens();

    library.holds(Library.SAFETY, Library.ROADS, Library.WATER);
    phone.says("1");

    assertThat(phone.sees()).startsWith("CON Boil your drinking water.");
  }

  @Test
  void a_sensitive_topic_does_not_offer_an_sms() {
    var phone = library.phone().opens("3");

    assertThat(phone.sees()).isEqualTo("CON It is not your fault. Call 1195.\n0 Back 00 Home");
  }

  @Test
  void whoever_has_consented_is_sent_the_topic_at_once() {
    var phone = library.consented().phone().opens("1", "1");

    assertThat(phone.sees())
        .isEqualTo(
            "CON Thank you. Your request for \"Clean water\" is noted. We will send you an SMS.\n"
                + "0 Back 00 Home");
    assertThat(library.sent())
        .containsExactly(
            new Message(
                Handset.AMINA,
                Town.AMINA,
                Lane.REPLY,
                "Clean water\nBoil your drinking water.\nIf the taps run dry, report it here.",
                "information/water/2026-11-21"));
  }

  @Test
  void the_message_speaks_the_language_of_the_phone() {
    library.consented().phone(Language.KISWAHILI).opens("1", "1");

    assertThat(library.sent())
        .singleElement()
        .satisfies(message -> assertThat(message.text()).startsWith("Maji safi\nChemsha"));
  }

  @Test
  void consent_is_asked_for_before_an_sms_and_then_the_sms_again() {
    var phone = library.phone().opens("1", "1");

    phone.says("1");

    assertThat(phone.sees())
        .isEqualTo(
            """
            CON Send you "Clean water" by SMS? It is free.
            1. Yes, send it
            2. No
            0 Back 00 Home\
            """);
  }

  @Test
  void whoever_consents_and_confirms_is_sent_the_topic() {
    library.phone().opens("1", "1", "1", "1");

    assertThat(library.sent()).hasSize(1);
  }

  @Test
  void whoever_does_not_consent_is_sent_nothing() {
    var phone = library.phone().opens("1", "1", "2");

    assertThat(phone.sees())
        .startsWith("CON All right. Without your consent we do not keep your number.");
    assertThat(library.sent()).isEmpty();
  }

  @Test
  void a_topic_asked_for_twice_a_day_is_sent_once() {
    var phone = library.consented().phone().opens("1", "1");

    phone.opens("1", "1");

    assertThat(phone.sees()).startsWith("CON You asked for \"Clean water\" today.");
    assertThat(library.sent()).hasSize(1);
  }

  @Test
  void a_topic_can_be_asked_for_again_the_next_day() {
    var phone = library.consented().phone().opens("1", "1");

    phone.at(SUNDAY).opens("1", "1");

    assertThat(library.sent()).hasSize(2);
  }

  @Test
  void a_library_without_topics_says_so() {
    library.holds();

    var phone = library.phone().opens();

    assertThat(phone.sees()).isEqualTo("CON There is no information just now.\n0 Back 00 Home");
  }

  @Test
  void help_lines_are_read_line_by_line() {
    var phone = library.phone(Language.KISWAHILI, new HelpNumbers()).opens();

    assertThat(phone.sees())
        .isEqualTo(
            """
            CON Polisi, dharura: 999 au 112 (bure, saa 24)
            NACADA, dawa za kulevya: 1192
            0 Rudi 00 Mwanzo\
            """);
  }
}
