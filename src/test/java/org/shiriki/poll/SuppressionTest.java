package org.shiriki.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuppressionTest {
  @Test
  void counts_of_ten_and_more_are_shown() {
    assertThat(Suppression.of(40, 10, 25).hidden()).isEmpty();
  }

  @Test
  void a_small_count_is_hidden_together_with_the_next() {
    assertThat(Suppression.of(40, 30, 25, 3).hidden()).containsExactlyInAnyOrder(2, 3);
  }

  @Test
  void where_fewer_than_ten_answered_nothing_is_shown() {
    assertThat(Suppression.of(4, 3, 2).hidden()).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void options_that_nobody_chose_do_not_give_each_other_away() {
    assertThat(Suppression.of(40, 30, 0, 0).hidden()).containsExactlyInAnyOrder(1, 2, 3);
  }

  /// Whatever was counted: nothing under ten is shown, and what is hidden sums to ten or more.
  @Test
  void no_small_count_is_shown_and_no_small_sum_is_left() {
    var random = new Random(20261121);
    for (var round = 0; round < 100_000; round++) {
      var counts = random.ints(2 + random.nextInt(8), 0, 10 + random.nextInt(60)).toArray();

      var suppression = Suppression.of(counts);

      var hidden = suppression.hidden().stream().mapToInt(place -> counts[place]).sum();
      assertThat(IntStream.range(0, counts.length).filter(place -> !suppression.hides(place)))
          .as(Arrays.toString(counts))
          .allMatch(place -> counts[place] >= Suppression.FEWEST);
      if (!suppression.hidden().isEmpty() && suppression.hidden().size() < counts.length) {
        assertThat(hidden).as(Arrays.toString(counts)).isGreaterThanOrEqualTo(Suppression.FEWEST);
        assertThat(suppression.hidden()).hasSizeGreaterThan(1);
      }
    }
  }

  /// All tables of a sum are made: for whoever knows the sum, what is shown, and this rule, every
  /// hidden count can still be more than one number.
  @Test
  void no_hidden_count_can_be_computed_even_by_who_knows_the_rule() {
    for (var fewest = 2; fewest <= 4; fewest++) {
      for (var options = 2; options <= 4; options++) {
        for (var sum = 1; sum <= 22; sum++) {
          tryToCompute(fewest, options, sum);
        }
      }
    }
  }

  private static void tryToCompute(int fewest, int options, int sum) {
    var alike = new HashMap<String, List<int[]>>();
    for (var counts : tables(options, sum)) {
      alike
          .computeIfAbsent(shown(Suppression.under(fewest, counts), counts), _ -> new ArrayList<>())
          .add(counts);
    }
    for (Map.Entry<String, List<int[]>> same : alike.entrySet()) {
      for (var place = 0; place < options; place++) {
        var at = place;
        if (same.getKey().split(" ", -1)[place].equals("?")) {
          assertThat(same.getValue().stream().map(counts -> counts[at]).distinct().count())
              .as("limit %d, sum %d, shown %s, option %d", fewest, sum, same.getKey(), place)
              .isGreaterThan(1);
        }
      }
    }
  }

  private static String shown(Suppression suppression, int[] counts) {
    var shown = new StringBuilder();
    for (var place = 0; place < counts.length; place++) {
      shown.append(suppression.hides(place) ? "?" : String.valueOf(counts[place])).append(' ');
    }
    return shown.toString();
  }

  private static List<int[]> tables(int options, int sum) {
    if (options == 1) {
      return List.of(new int[] {sum});
    }
    var tables = new ArrayList<int[]>();
    for (var first = 0; first <= sum; first++) {
      for (var rest : tables(options - 1, sum - first)) {
        var counts = new int[options];
        counts[0] = first;
        System.arraycopy(rest, 0, counts, 1, rest.length);
        tables.add(counts);
      }
    }
    return tables;
  }
}
