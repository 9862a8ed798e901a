package org.shiriki.ussd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shiriki.TestClock;
import org.shiriki.Town;
import org.shiriki.dialogue.Conversation;
import org.shiriki.dialogue.Gsm7;
import org.shiriki.dialogue.Language;
import org.shiriki.privacy.PhoneKey;

class RemindersTest {
  private static final PhoneKey AMINA = Town.VAULT.keyOf(Town.AMINA);

  /// Noon in Mombasa.
  private static final Instant NOON = Instant.parse("2026-11-21T09:00:00Z");

  private final TestClock clock = new TestClock(NOON);
  private final InMemoryDrops drops = new InMemoryDrops();

  private Reminders reminders(boolean unfinished, Duration resume) {
    var limits =
        new UssdLimits(
            Duration.ofMinutes(3),
            Duration.ofSeconds(30),
            resume,
            Duration.ofSeconds(6),
            Duration.ofHours(24));
    return new Reminders(drops, _ -> unfinished, "*384*50#", limits, clock);
  }

  private void round() {
    reminders(true, Duration.ofMinutes(10)).round();
  }

  private void breaksOff(Language language) {
    drops.turn(new Drop(AMINA, language, clock.instant(), Conversation.untouched()), true);
  }

  private List<String> sent() {
    return drops.sent(AMINA);
  }

  @Test
  void who_broke_off_is_told_how_long_they_can_go_on() {
    breaksOff(Language.ENGLISH);
    clock.pass(Reminders.AFTER);

    round();

    assertThat(sent())
        .containsExactly(
            "Shiriki: the line dropped. To go on where you stopped dial *384*50# before 12:10. Free.");
  }

  @ParameterizedTest
  @EnumSource
  void it_is_one_sms_in_the_phones_alphabet(Language language) {
    breaksOff(language);
    clock.pass(Reminders.AFTER);

    round();

    assertThat(sent())
        .hasSize(1)
        .allMatch(Gsm7::allGsm7)
        .allMatch(text -> Gsm7.septets(text) <= 160)
        .allMatch(text -> text.contains("*384*50#"));
  }

  @Test
  void it_comes_neither_at_once_nor_late() {
    breaksOff(Language.ENGLISH);
    clock.pass(Reminders.AFTER.minusSeconds(1));
    round();
    assertThat(sent()).isEmpty();

    clock.pass(Duration.ofSeconds(61));
    round();

    assertThat(sent()).isEmpty();
  }

  @Test
  void of_what_is_finished_private_or_no_report_nobody_is_reminded() {
    breaksOff(Language.ENGLISH);
    clock.pass(Reminders.AFTER);

    reminders(false, Duration.ofMinutes(10)).round();

    assertThat(sent()).isEmpty();
  }

  @Test
  void once_a_day_is_the_most() {
    for (var hour = 0; hour < 4; hour++) {
      breaksOff(Language.ENGLISH);
      clock.pass(Reminders.AFTER);
      round();
      round();
      clock.pass(Duration.ofHours(1));
    }
    assertThat(sent()).hasSize(1);

    clock.pass(Duration.ofHours(20));
    breaksOff(Language.ENGLISH);
    clock.pass(Reminders.AFTER);
    round();

    assertThat(sent()).hasSize(2);
  }

  @Test
  void at_night_nobody_is_reminded_and_in_the_morning_it_is_forgotten() {
    clock.pass(Duration.ofHours(6));
    breaksOff(Language.ENGLISH);
    clock.pass(Reminders.AFTER);
    round();
    assertThat(sent()).isEmpty();

    clock.pass(Duration.ofHours(14));
    round();

    assertThat(sent()).isEmpty();
  }

  @Test
  void where_a_draft_is_forgotten_soon_nobody_is_sent_after_it() {
    breaksOff(Language.ENGLISH);
    clock.pass(Reminders.AFTER);

    reminders(true, Duration.ofMinutes(7)).round();

    assertThat(sent()).isEmpty();
  }
}
