package org.shiriki.information;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiriki.dialogue.Language;

final class TopicTest {
  @Test
  void a_topic_is_not_overdue_on_its_last_day() {
    var overdue = Library.WATER.overdue(LocalDate.of(2026, 12, 31));

    assertThat(overdue).isFalse();
  }

  @Test
  void a_topic_is_overdue_the_day_after() {
    var overdue = Library.WATER.overdue(LocalDate.of(2027, 1, 1));

    assertThat(overdue).isTrue();
  }

  @Test
  void a_sensitive_topic_is_not_fit_for_sms() {
    var fit = Library.SAFETY.fitForSms();

    assertThat(fit).isFalse();
  }

  @Test
  void the_message_has_the_title_and_every_page() {
    var message = Library.WATER.inFull(Language.ENGLISH);

    assertThat(message)
        .isEqualTo("Clean water\nBoil your drinking water.\nIf the taps run dry, report it here.");
  }

  @Test
  void a_topic_that_phones_can_show_has_no_faults() {
    var faults = Library.WATER.faults();

    assertThat(faults).isEmpty();
  }

  @Test
  void a_page_longer_than_a_screen_is_told() {
    var faults = with(List.of("x".repeat(131)), List.of("x".repeat(130))).faults();

    assertThat(faults).containsExactly("page 1 in sw has 131 septets, 130 fit");
  }

  @Test
  void a_character_outside_the_phones_alphabet_is_named() {
    var faults = with(List.of("Maji"), List.of("The county’s")).faults();

    assertThat(faults)
        .containsExactly("page 1 in en: phones cannot show ’ (RIGHT SINGLE QUOTATION MARK)");
  }

  @Test
  void a_language_without_pages_is_told() {
    var faults = with(List.of("Maji"), List.of()).faults();

    assertThat(faults)
        .containsExactly("there is no page in en", "the languages have different numbers of pages");
  }

  private static Topic with(List<String> sw, List<String> en) {
    var water = Library.WATER;
    return new Topic(
        water.id(),
        water.keyword(),
        water.title(),
        water.confidence(),
        water.sensitive(),
        water.neverSms(),
        water.reviewBy(),
        water.verify(),
        water.sources(),
        new Pages(sw, en));
  }
}
