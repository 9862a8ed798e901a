package org.shiriki.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What a redial finds, and what was dialled ahead.
class DroppedLineTest {
  private final Kiosk kiosk = new Kiosk();

  @Test
  void keys_dialled_ahead_are_played_at_once() {
    assertThat(kiosk.dial(Kiosk.AMINA, "1*2").text()).startsWith("Search");
  }

  @Test
  void a_strangers_keys_wait_for_the_welcome() {
    var welcome = kiosk.dial(Kiosk.STRANGER, "1*2");

    var entered = kiosk.then(welcome, "1");

    assertThat(welcome.text()).startsWith("Door");
    assertThat(entered.text()).startsWith("Search");
  }

  @Test
  void keys_dialled_ahead_are_played_once_only() {
    assertThat(kiosk.then(kiosk.dial(Kiosk.STRANGER, "1*2"), "1", "00").text()).startsWith("Main");
  }

  @Test
  void work_that_was_broken_off_is_offered_again() {
    var dropped = kiosk.after("2", "maji machafu");

    var redial = kiosk.redial(Kiosk.AMINA, "", dropped);

    assertThat(redial.text()).contains("1. Continue\n2. Start again");
    assertThat(kiosk.then(redial, "1").text()).isEqualTo(dropped.text());
  }

  @Test
  void going_on_leads_back_the_way_it_came() {
    var redial = kiosk.redial(Kiosk.AMINA, "", kiosk.after("1", "1", "maji machafu"));

    assertThat(kiosk.then(redial, "1", "0").text()).startsWith("Write a sentence");
    assertThat(kiosk.then(redial, "1", "0", "0").text()).startsWith("Counter");
  }

  @Test
  void starting_again_is_the_main_menu() {
    var redial = kiosk.redial(Kiosk.AMINA, "", kiosk.after("2"));

    assertThat(kiosk.then(redial, "2").text()).startsWith("Main");
  }

  @Test
  void where_nothing_is_lost_nothing_is_offered() {
    assertThat(kiosk.redial(Kiosk.AMINA, "", kiosk.after("1")).text()).startsWith("Main");
  }

  @Test
  void a_line_that_drops_at_the_offer_loses_nothing() {
    var first = kiosk.redial(Kiosk.AMINA, "", kiosk.after("2", "maji machafu"));

    var second = kiosk.redial(Kiosk.AMINA, "", first);

    assertThat(kiosk.then(second, "1").text()).startsWith("maji machafu");
  }

  @Test
  void a_line_that_drops_at_the_offer_of_help_loses_nothing() {
    var stuck = kiosk.after("2", "maji machafu", "7", "7", "7");

    var redial = kiosk.redial(Kiosk.AMINA, "", stuck);

    assertThat(stuck.conversation().holdsWork()).isTrue();
    assertThat(kiosk.then(redial, "1", "1").text()).startsWith("maji machafu");
  }

  @Test
  void being_stuck_at_the_offer_loses_nothing() {
    var offered = kiosk.redial(Kiosk.AMINA, "", kiosk.after("2", "maji machafu"));

    var redial = kiosk.redial(Kiosk.AMINA, "", kiosk.then(offered, "7", "7", "7"));

    assertThat(kiosk.then(redial, "1").text()).startsWith("maji machafu");
  }

  @Test
  void keys_dialled_with_the_redial_wait_for_a_new_start() {
    var redial = kiosk.redial(Kiosk.AMINA, "1*2", kiosk.after("2"));

    assertThat(kiosk.then(redial, "2").text()).startsWith("Search");
  }

  @Test
  void keys_dialled_with_the_redial_are_dropped_by_going_on() {
    var redial = kiosk.redial(Kiosk.AMINA, "1*2", kiosk.after("2"));

    assertThat(kiosk.then(redial, "1", "00").text()).startsWith("Main");
  }

  @Test
  void a_ward_that_was_told_without_consent_is_not_asked_for_again() {
    var redial = kiosk.redial(Kiosk.AMINA, "", kiosk.after("1", "4"));

    assertThat(kiosk.then(redial, "1").text()).startsWith("Ward 0079");
  }
}
