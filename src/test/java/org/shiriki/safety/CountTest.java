package org.shiriki.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Do-no-harm rule 6: no count below ten, not even by subtraction.
class CountTest {
  /// A ward's county is its first letter here.
  private static List<Count> fair(Map<String, Long> wards) {
    return Count.fair(wards, ward -> ward.substring(0, 1));
  }

  @Test
  void a_ward_with_ten_is_told() {
    assertThat(fair(Map.of("k1", 10L))).containsExactly(new Count("k1", 10));
  }

  @Test
  void a_ward_with_nine_is_not_nor_is_its_county() {
    assertThat(fair(Map.of("k1", 9L))).isEmpty();
  }

  @Test
  void small_wards_add_up_to_their_county() {
    assertThat(fair(Map.of("k1", 9L, "k2", 4L, "k3", 20L, "m1", 3L)))
        .containsExactlyInAnyOrder(new Count("k3", 20), new Count("k", 13));
  }

  @Test
  void a_small_rest_takes_the_next_ward_with_it() {
    assertThat(fair(Map.of("k1", 3L, "k2", 12L, "k3", 20L)))
        .containsExactlyInAnyOrder(new Count("k3", 20), new Count("k", 15));
  }

  @Test
  void whatever_the_counts_nothing_below_ten_is_told_and_nothing_twice() {
    var random = new Random(11);
    for (var round = 0; round < 1_000; round++) {
      var wards = new HashMap<String, Long>();
      for (var ward = 0; ward < 12; ward++) {
        wards.put("kmt".charAt(random.nextInt(3)) + "" + ward, random.nextLong(30));
      }
      var all = wards.values().stream().mapToLong(Long::longValue).sum();

      var told = fair(wards);

      assertThat(told).allMatch(count -> count.cases() >= Count.LEAST);
      assertThat(told.stream().mapToLong(Count::cases).sum()).isLessThanOrEqualTo(all);
    }
  }
}
