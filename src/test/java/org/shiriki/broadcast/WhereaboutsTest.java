package org.shiriki.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shiriki.Town;
import org.shiriki.place.Ward;
import org.shiriki.staff.Scope;

/// Of where people live no more is told than hides each of them among ten.
class WhereaboutsTest {
  private static final String KILIFI = "003";
  private static final List<String> WARDS =
      Town.PLACES.county(KILIFI).orElseThrow().constituencies().stream()
          .flatMap(constituency -> constituency.wards().stream())
          .map(Ward::code)
          .toList();
  private static final String ONE = WARDS.get(0);
  private static final String TWO = WARDS.get(1);
  private static final String THREE = WARDS.get(2);

  private static Whereabouts where(Map<String, Integer> people) {
    return Whereabouts.of(people, Town.PLACES);
  }

  @Test
  void ten_in_a_ward_are_told_of_by_their_ward() {
    assertThat(where(Map.of(ONE, 10)).of(ONE)).isEqualTo(ONE);
  }

  @Test
  void fewer_are_told_of_by_their_county_if_they_are_ten_together() {
    var where = where(Map.of(ONE, 40, TWO, 4, THREE, 6));

    assertThat(where.of(ONE)).isEqualTo(ONE);
    assertThat(where.of(TWO)).isEqualTo(KILIFI);
    assertThat(where.of(THREE)).isEqualTo(KILIFI);
  }

  @Test
  void a_county_is_not_told_of_few_only_because_a_ward_beside_them_is_large() {
    assertThat(where(Map.of(ONE, 40, TWO, 9)).of(TWO)).isEmpty();
  }

  @Test
  void nothing_is_told_of_those_whose_ward_nobody_knows() {
    var where = where(Map.of("", 500, "?", 500));

    assertThat(where.of("")).isEmpty();
    assertThat(where.of("?")).isEmpty();
  }

  @Test
  void whatever_the_village_each_place_that_is_told_has_ten_people() {
    var seed = System.nanoTime();
    System.out.println("Whereabouts: seed " + seed);
    var random = new Random(seed);
    for (var round = 0; round < 500; round++) {
      var people = new HashMap<String, Integer>();
      WARDS.forEach(ward -> people.put(ward, random.nextInt(random.nextBoolean() ? 3 : 15)));
      var where = where(people);
      var told = new HashMap<String, Integer>();
      people.forEach((ward, count) -> told.merge(where.of(ward), count, Integer::sum));
      told.remove("");

      assertThat(told.values()).allMatch(count -> count >= Whereabouts.FEWEST);
    }
  }

  @Test
  void who_looks_after_a_county_sees_what_is_told_of_it_alone() {
    var lamu =
        Town.PLACES.county("005").orElseThrow().constituencies().getFirst().wards().getFirst();
    var where = where(Map.of(ONE, 10, TWO, 3, lamu.code(), 12));

    assertThat(where.wardsIn(new Scope(List.of(new Scope.Patch(KILIFI, Scope.ANY, Scope.ANY)))))
        .containsExactly(ONE);
    assertThat(where.wardsIn(Scope.everything())).containsExactlyInAnyOrder(ONE, lamu.code());
  }
}
