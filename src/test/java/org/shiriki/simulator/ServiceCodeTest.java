package org.shiriki.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServiceCodeTest {
  private static final ServiceCode CODE = new ServiceCode("*384*50#");

  @Test
  void the_code_itself_holds_no_answers() {
    assertThat(CODE.inputs(" *384*50# "))
        .hasValueSatisfying(inputs -> assertThat(inputs).isEmpty());
  }

  @Test
  void what_follows_the_code_is_answers() {
    assertThat(CODE.inputs("*384*50*2*1#"))
        .hasValueSatisfying(inputs -> assertThat(inputs).containsExactly("2", "1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*384#", "*384*51#", "*384*501#", "*384*50", "*384*50*2", "*384*50*"})
  void another_code_is_somebody_elses(String dialled) {
    assertThat(CODE.inputs(dialled)).isEmpty();
  }

  @Test
  void a_setting_that_is_no_code_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ServiceCode("384"));
  }
}
