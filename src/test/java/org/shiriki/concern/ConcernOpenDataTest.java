package org.shiriki.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConcernOpenDataTest {
  private static final Optional<Integer> HIDDEN = Optional.empty();

  @Test
  void figures_from_one_to_nine_are_hidden() {
    assertThat(ConcernOpenData.shown(List.of(9, 1, 10, 0)))
        .containsExactly(HIDDEN, HIDDEN, Optional.of(10), Optional.of(0));
  }

  @Test
  void where_one_is_hidden_the_smallest_other_is_too_since_the_sum_would_tell() {
    assertThat(ConcernOpenData.shown(List.of(30, 4, 12, 0)))
        .containsExactly(Optional.of(30), HIDDEN, HIDDEN, Optional.of(0));
  }

  @Test
  void nothing_is_hidden_where_all_are_many() {
    assertThat(ConcernOpenData.shown(List.of(10, 11)))
        .containsExactly(Optional.of(10), Optional.of(11));
  }
}
