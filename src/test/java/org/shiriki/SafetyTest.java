package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiriki.dialogue.Reply;
import org.shiriki.place.Residence;
import org.shiriki.safety.CaseWorker;
import org.shiriki.safety.Hotlines;
import org.shiriki.safety.InMemoryCases;
import org.shiriki.safety.SafetyScreens;
import org.shiriki.safety.Source;
import org.shiriki.safety.Stage;
import org.shiriki.safety.Wish;
import org.shiriki.sms.Outbox;

/// What the do-no-harm rules ask of telling in confidence (reference/domain.md, 6b and 6c).
class SafetyTest {
  private static final String TOLD = "Aliniumiza jana usiku";
  private static final String DANGER = "Mume wangu ananipiga kisimani";

  /// Violence, not a child, in danger, phone shared, a call at noon, a word, the story.
  private static final List<String> ALL =
      List.of("2", "13", "1", "1", "2", "1", "1", "2", "2", "2", "embe dodo", TOLD);

  private static final String GOODBYE = "Asante kwa kushiriki. Karibu tena.";

  private final TestHouse house = new TestHouse();
  private final int before = house.cases().all().size();

  /// Amina chooses Kiswahili and answers; every reply from there.
  private List<Reply> after(List<String> answers) {
    var replies = new ArrayList<Reply>();
    var reply = house.answer(Town.AMINA, house.store(house.dial(Town.AMINA, "", null)), "1");
    for (var typed : answers) {
      reply = house.answer(Town.AMINA, house.store(reply), typed);
      replies.add(reply);
    }
    return replies;
  }

  private Reply last(String... answers) {
    return after(List.of(answers)).getLast();
  }

  private InMemoryCases cases() {
    return house.cases();
  }

  @Test
  void the_numbers_come_first_whatever_the_list_of_help_lines_holds() {
    Hotlines none = List::of;

    assertThat(last("2", "13").text()).contains("999", "112", "1195", "116");
    assertThat(none.lines(List.of("emergency", "child")).en()).isEqualTo("Police: 999, 112");
  }

  @Test
  void all_that_was_told_is_kept_once_with_its_safeguards() {
    after(ALL);

    var told = cases().all().getLast();

    assertThat(cases().all()).hasSize(before + 1);
    assertThat(told.source()).isEqualTo(Source.TOLD);
    assertThat(told.story().text()).isEqualTo(TOLD);
    assertThat(told.safeguards().alone()).isFalse();
    assertThat(told.safeguards().wish()).isEqualTo(Wish.CALL_MIDDAY);
    assertThat(told.safeguards().phone()).isEqualTo(Town.AMINA);
  }

  @Test
  void nobody_is_contacted_who_did_not_ask_for_it() {
    last("2", "13", "1", "1", "2", "2", "1", "1", "1", TOLD);

    var told = cases().all().getLast();

    assertThat(told.safeguards().wish()).isEqualTo(Wish.NONE);
    assertThat(told.safeguards().phone()).isNull();
  }

  @Test
  void nothing_of_it_is_sent_by_sms_not_even_a_late_receipt() {
    var replies = after(ALL);

    assertThat(replies).allMatch(reply -> reply.receipt().isEmpty());
    assertThat(house.outbox().waiting(Town.VAULT.keyOf(Town.AMINA))).isEmpty();
  }

  @Test
  void the_room_cannot_send_an_sms() {
    assertThat(SafetyScreens.class.getConstructors())
        .allMatch(made -> !Arrays.asList(made.getParameterTypes()).contains(Outbox.class));
  }

  @Test
  void leaving_anywhere_ends_on_what_everybody_hears() {
    for (var reply : after(ALL)) {
      var left = house.answer(Town.AMINA, house.store(reply), "99");

      assertThat(left.text()).isEqualTo(GOODBYE);
      assertThat(left.open()).isFalse();
    }
  }

  @Test
  void a_redial_after_a_drop_anywhere_shows_nothing_of_it() {
    var replies = after(ALL);

    for (var reply : replies.subList(1, replies.size())) {
      var redial = house.dial(Town.AMINA, "", house.store(reply));

      assertThat(redial.text()).startsWith("Karibu Shiriki.").contains("1. Taarifa");
    }
  }

  @Test
  void no_later_screen_names_what_it_is_about_or_repeats_what_was_told() {
    var replies = after(ALL);

    assertThat(replies.subList(3, replies.size()))
        .noneMatch(reply -> reply.text().contains("Nyumbani au mwili"))
        .noneMatch(reply -> reply.text().contains(TOLD))
        .noneMatch(reply -> reply.text().contains("embe"));
  }

  @Test
  void no_log_and_no_count_of_turns_tells_the_room() {
    var replies = after(ALL);

    assertThat(replies).noneMatch(reply -> reply.room().contains("safety"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "3", "4", "5", "7"})
  void of_a_child_nothing_is_kept(String kind) {
    var end = last("2", "13", "1", kind, "1");

    assertThat(end.open()).isFalse();
    assertThat(end.text()).contains("116", "999");
    assertThat(cases().all()).hasSize(before);
  }

  @Test
  void of_violent_groups_no_word_is_taken() {
    var shown = last("2", "13", "1", "6", "Majirani wangu wawili");

    assertThat(shown.text()).contains("0800722203", "999");
    assertThat(cases().all()).hasSize(before);
  }

  @Test
  void the_stage_is_told_by_number_and_word_in_one_word() {
    var number = cases().all().getLast().number();
    var worker = new CaseWorker("Zainab");
    cases().assign(number, worker, Town.MORNING);
    cases().advance(number, worker, Stage.IN_HAND);

    var shown = last("2", "13", "2", number.written(), Town.SAFE_WORD);

    assertThat(shown.text()).isEqualTo("Inashughulikiwa.\n0 Rudi 00 Mwanzo");
  }

  @Test
  void a_number_is_given_only_to_who_can_ask_with_a_word() {
    var with = after(ALL).getLast().text();
    var without = last("2", "13", "1", "1", "2", "2", "1", "1", "1", TOLD).text();

    assertThat(with).containsPattern("\\d{3}-\\d{4}");
    assertThat(without).doesNotContainPattern("\\d{3}-\\d{4}");
  }

  @Test
  void an_ordinary_report_of_danger_is_no_concern_but_a_case() {
    var filed = house.concerns().filed();

    var replies = after(List.of("2", "1", "8", DANGER, "1"));

    assertThat(replies.get(3).text()).startsWith("Hatari sasa?").contains("999", "1195");
    assertThat(house.concerns().filed()).isEqualTo(filed);
    assertThat(cases().all().getLast().source()).isEqualTo(Source.MOVED);
    assertThat(cases().all().getLast().story().text()).isEqualTo(DANGER);
    assertThat(replies.getLast().receipt()).isEmpty();
  }

  @Test
  void only_a_person_moves_it_back_to_the_concerns() {
    var filed = house.concerns().filed();
    after(List.of("2", "1", "8", DANGER, "1"));
    var number = cases().all().getLast().number();
    var worker = new CaseWorker("Zainab");
    cases().assign(number, worker, Town.MORNING);

    cases().release(number, worker, "a manner of speaking", Town.MORNING);

    assertThat(house.concerns().filed()).isEqualTo(filed + 1);
    assertThat(cases().all().getLast().ward()).isEqualTo(new Residence.Unknown());
  }
}
