package org.shiriki.ussd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiriki.Town;
import org.shiriki.dialogue.Conversation;
import org.shiriki.dialogue.Language;
import org.shiriki.privacy.PhoneKey;

/// What everybody promises who knows who broke off.
interface DropsContract {
  Instant NOON = Instant.parse("2026-11-21T09:00:00Z");
  PhoneKey AMINA = Town.VAULT.keyOf(Town.AMINA);
  PhoneKey BARAKA = Town.VAULT.keyOf(Town.BARAKA);
  Conversation TALK = Conversation.untouched();
  String TODAY = "reminder/2026-11-21";

  /// Over people who agreed to be written to in English.
  Drops drops();

  /// Somebody dials and is shown a screen, which is the last one unless the session stays open.
  void comes(PhoneKey person, Instant at, boolean open);

  /// The reminders in the outbox.
  List<String> sent(PhoneKey person);

  private List<Drop> between(Instant after, Instant until) {
    var found = new ArrayList<Drop>();
    drops().each(after, until, TODAY, found::add);
    return found;
  }

  private boolean remind(Instant at, String once) {
    var drop = new Drop(AMINA, Language.ENGLISH, at, TALK);
    return drops().remind(drop, once, "Go on", at.plusSeconds(120));
  }

  @Test
  default void who_broke_off_is_found_with_what_they_were_at() {
    comes(AMINA, NOON, true);

    assertThat(between(NOON.minusSeconds(1), NOON))
        .containsExactly(new Drop(AMINA, Language.ENGLISH, NOON, TALK));
    assertThat(between(NOON, NOON.plusSeconds(1))).isEmpty();
    assertThat(between(NOON.minusSeconds(9), NOON.minusSeconds(1))).isEmpty();
  }

  @Test
  default void who_came_to_the_end_has_not_broken_off() {
    comes(AMINA, NOON, false);

    assertThat(between(NOON.minusSeconds(1), NOON)).isEmpty();
  }

  @Test
  default void who_came_back_is_not_found_with_what_was_before() {
    comes(AMINA, NOON, true);
    comes(BARAKA, NOON, true);
    comes(AMINA, NOON.plusSeconds(5), false);

    assertThat(between(NOON.minusSeconds(1), NOON.plusSeconds(9)))
        .extracting(Drop::person)
        .containsExactly(BARAKA);
  }

  @Test
  default void who_came_back_meanwhile_is_not_reminded() {
    comes(AMINA, NOON, true);
    comes(AMINA, NOON.plusSeconds(5), true);

    assertThat(remind(NOON, TODAY)).isFalse();

    assertThat(sent(AMINA)).isEmpty();
  }

  @Test
  default void one_is_reminded_once_under_a_key() {
    comes(AMINA, NOON, true);

    var reminded = List.of(remind(NOON, TODAY), remind(NOON, TODAY));

    assertThat(reminded).containsExactly(true, false);
    assertThat(sent(AMINA)).containsExactly("Go on");
    assertThat(between(NOON.minusSeconds(1), NOON)).isEmpty();
    assertThat(remind(NOON, "reminder/2026-11-22")).isTrue();
  }
}
