package org.shiriki.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResidenceTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "?", "0079"})
  void what_is_stored_is_read_back(String code) {
    assertThat(Residence.parse(code).code()).isEqualTo(code);
  }

  @Test
  void only_a_ward_is_known() {
    assertThat(new Residence.In("0079").known()).contains("0079");
    assertThat(new Residence.Unknown().known()).isEmpty();
    assertThat(new Residence.Unasked().known()).isEmpty();
  }

  @Test
  void i_do_not_know_is_an_answer() {
    assertThat(new Residence.Unknown().answered()).isTrue();
    assertThat(new Residence.Unasked().answered()).isFalse();
  }
}
