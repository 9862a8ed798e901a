package org.shiriki.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersInWordsTest {
  @Test
  void a_number_is_seen_however_it_is_spaced() {
    assertThat("call 0711880001,+254 711 880 001,254-711-880-001,0711.88.00.01".split(","))
        .allMatch(Phone::isIn);
  }

  @Test
  void dates_sums_and_references_are_no_numbers() {
    assertThat("on 2026-11-21;KES 1200000000;case 12 of 2026;ODPC/2026/0077;".split(";"))
        .noneMatch(Phone::isIn);
  }
}
