package org.shiriki.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shiriki.place.Places;
import org.shiriki.place.Residence;
import org.shiriki.privacy.Phone;

/// What every keeper of cases promises.
interface CasesContract {
  Instant MORNING = Instant.parse("2026-11-21T06:00:00Z");
  Places PLACES = Places.load(Path.of("config"));
  Phone PHONE = new Phone("+254700000077");
  Residence SHELLA = new Residence.In("0079");
  CaseWorker ZAINAB = new CaseWorker("Zainab");
  CaseWorker OMAR = new CaseWorker("Omar");
  Story STORY = new Story("VIOLENCE", "Aliniumiza jana usiku * mara 2", "");
  Story MOVED = new Story("water", "Mume ananipiga kisimani", "Taa");
  Safeguards CALLED = new Safeguards(true, Wish.CALL_MIDDAY, PHONE, "embe dodo");

  /// A keeper that draws its numbers here and hands back what is ordinary there.
  Cases cases(CaseNumber.Numbers numbers, OrdinaryDesk ordinary);

  /// Who opened a case, or tried to, oldest first: `Zainab READ granted: reason`.
  List<String> views(Cases cases, CaseNumber number);

  default Cases cases() {
    return cases(CaseNumber.from(new Random()), (_, _, _, _) -> {});
  }

  private static CaseNumber told(Cases cases, Safeguards safeguards) {
    return cases.file(UUID.randomUUID(), Source.TOLD, SHELLA, STORY, safeguards, MORNING);
  }

  private static CaseNumber moved(Cases cases) {
    return cases.file(UUID.randomUUID(), Source.MOVED, SHELLA, MOVED, Safeguards.UNASKED, MORNING);
  }

  @Test
  default void a_named_case_worker_reads_all_that_was_told() {
    var cases = cases();
    var number = told(cases, CALLED);
    cases.assign(number, ZAINAB, MORNING);

    var read = cases.read(number, ZAINAB, "first call", MORNING);

    assertThat(read.story()).isEqualTo(STORY);
    assertThat(read.stage()).isEqualTo(Stage.RECEIVED);
    assertThat(read.ward()).isEqualTo(SHELLA);
    assertThat(read.filed()).isEqualTo("2026-11-21");
    assertThat(read.safeguards()).isEqualTo(new Safeguards(true, Wish.CALL_MIDDAY, PHONE, ""));
  }

  @Test
  default void nobody_else_reads_it_and_every_try_is_kept() {
    var cases = cases();
    var number = told(cases, CALLED);
    cases.assign(number, ZAINAB, MORNING);
    cases.read(number, ZAINAB, "first call", MORNING);

    assertThatExceptionOfType(NotTheirs.class)
        .isThrownBy(() -> cases.read(number, OMAR, "curious", MORNING));

    assertThat(views(cases, number))
        .containsExactly("Zainab granted: first call", "Omar refused: curious");
  }

  @Test
  default void nothing_is_read_without_a_reason() {
    var cases = cases();
    var number = told(cases, CALLED);
    cases.assign(number, ZAINAB, MORNING);

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> cases.read(number, ZAINAB, " ", MORNING));

    assertThat(views(cases, number)).isEmpty();
  }

  @Test
  default void the_same_telling_again_files_nothing_more() {
    var cases = cases();
    var id = UUID.randomUUID();
    var first = cases.file(id, Source.TOLD, SHELLA, STORY, CALLED, MORNING);

    var again = cases.file(id, Source.TOLD, SHELLA, STORY, CALLED, MORNING.plusSeconds(9));

    assertThat(again).isEqualTo(first);
  }

  @Test
  default void a_number_that_is_taken_is_drawn_anew() {
    var some = Stream.generate(CaseNumber.from(new Random(7))::next).limit(2).toList();
    Iterator<CaseNumber> drawn = List.of(some.get(0), some.get(0), some.get(1)).iterator();
    var cases = cases(drawn::next, (_, _, _, _) -> {});

    var numbers = List.of(told(cases, CALLED), told(cases, CALLED));

    assertThat(numbers).isEqualTo(some);
  }

  @Test
  default void the_stage_is_told_for_the_safe_word_only() {
    var cases = cases();
    var number = told(cases, CALLED);
    cases.assign(number, ZAINAB, MORNING);
    cases.advance(number, ZAINAB, Stage.IN_HAND);

    assertThat(cases.stage(number, "Embe-Dodo", MORNING)).contains(Stage.IN_HAND);
    assertThat(cases.stage(number, "embe", MORNING)).isEmpty();
  }

  @Test
  default void without_a_safe_word_nobody_is_told_the_stage() {
    var cases = cases();
    var number = told(cases, Safeguards.UNASKED);

    assertThat(cases.stage(number, "", MORNING)).isEmpty();
  }

  @Test
  default void a_word_that_was_missed_too_often_rests_for_an_hour() {
    var cases = cases();
    var number = told(cases, CALLED);
    for (var miss = 0; miss < Cases.MISSES; miss++) {
      assertThat(cases.stage(number, "guess" + miss, MORNING)).isEmpty();
    }

    var locked = cases.stage(number, "embe dodo", MORNING.plusSeconds(60));
    var later = cases.stage(number, "embe dodo", MORNING.plus(Duration.ofMinutes(61)));

    assertThat(locked).isEmpty();
    assertThat(later).contains(Stage.RECEIVED);
  }

  @Test
  default void only_a_named_case_worker_brings_a_case_on() {
    var cases = cases();
    var number = told(cases, CALLED);

    assertThatExceptionOfType(NotTheirs.class)
        .isThrownBy(() -> cases.advance(number, OMAR, Stage.CLOSED));

    assertThat(cases.stage(number, "embe dodo", MORNING)).contains(Stage.RECEIVED);
  }

  @Test
  default void only_a_named_case_worker_moves_a_case_back_and_once() {
    var back = new HashMap<UUID, Story>();
    var cases = cases(CaseNumber.from(new Random()), (id, _, story, _) -> back.put(id, story));
    var number = moved(cases);
    assertThatExceptionOfType(NotTheirs.class)
        .isThrownBy(() -> cases.release(number, ZAINAB, "a slip", MORNING));
    cases.assign(number, ZAINAB, MORNING);

    cases.release(number, ZAINAB, "a figure of speech", MORNING);

    assertThat(back.values()).containsExactly(MOVED);
    assertThat(views(cases, number))
        .containsExactly("Zainab refused: a slip", "Zainab granted: a figure of speech");
    assertThatExceptionOfType(NotTheirs.class)
        .isThrownBy(() -> cases.read(number, ZAINAB, "again", MORNING));
  }

  @Test
  default void moving_back_again_after_a_crash_files_the_same_report() {
    var ids = new ArrayList<UUID>();
    var cases =
        cases(
            CaseNumber.from(new Random()),
            (id, _, _, _) -> {
              ids.add(id);
              if (ids.size() == 1) {
                throw new IllegalStateException("the desk is down");
              }
            });
    var number = moved(cases);
    cases.assign(number, ZAINAB, MORNING);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> cases.release(number, ZAINAB, "ordinary", MORNING));

    cases.release(number, ZAINAB, "ordinary", MORNING);

    assertThat(ids).hasSize(2);
    assertThat(ids.get(0)).isEqualTo(ids.get(1));
  }

  @Test
  default void what_was_told_in_confidence_is_never_moved_back() {
    var back = new HashMap<UUID, Story>();
    var cases = cases(CaseNumber.from(new Random()), (id, _, story, _) -> back.put(id, story));
    var number = told(cases, CALLED);
    cases.assign(number, ZAINAB, MORNING);

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> cases.release(number, ZAINAB, "ordinary", MORNING));

    assertThat(back).isEmpty();
  }

  @Test
  default void small_counts_are_not_told_for_a_ward() {
    var cases = cases();
    var month = Instant.parse("2031-03-10T06:00:00Z");
    for (var filed : Map.of("0079", 12, "0080", 6, "0081", 5, "0001", 9).entrySet()) {
      for (var one = 0; one < filed.getValue(); one++) {
        var ward = new Residence.In(filed.getKey());
        cases.file(UUID.randomUUID(), Source.TOLD, ward, STORY, Safeguards.UNASKED, month);
      }
    }

    var counts = cases.counts(YearMonth.of(2031, 3), PLACES);

    assertThat(counts).containsExactlyInAnyOrder(new Count("0079", 12), new Count("003", 11));
  }

  @Test
  default void groups_are_counted_once_a_press_by_county_and_month() {
    var cases = cases();
    var month = Instant.parse("2032-03-10T06:00:00Z");
    for (var press = 0; press < 10; press++) {
      cases.countGroups("a" + press, "002", month);
      cases.countGroups("a" + press, "002", month);
      cases.countGroups("b" + press, press < 9 ? "003" : "004", month);
    }

    assertThat(cases.groups(YearMonth.of(2032, 3))).containsExactly(new Count("002", 10));
    assertThat(cases.groups(YearMonth.of(2032, 4))).isEmpty();
  }
}
