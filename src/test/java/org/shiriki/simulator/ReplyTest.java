package org.shiriki.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReplyTest {
  @Test
  void con_goes_on() {
    assertThat(Reply.of(200, "CON Karibu", "welcome"))
        .isEqualTo(new Reply.Continues("CON Karibu", "welcome"));
  }

  @Test
  void end_is_the_last_word() {
    assertThat(Reply.of(200, "END Asante", "")).isEqualTo(new Reply.Ends("END Asante", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "Karibu", " CON Karibu", "con Karibu", "CONKaribu", "CON"})
  void anything_else_ends_the_session(String body) {
    assertThat(Reply.of(200, body, "")).isInstanceOf(Reply.Unusable.class);
  }

  @ParameterizedTest
  @CsvSource({"201", "302", "404", "500"})
  void any_status_but_200_ends_the_session(int status) {
    assertThat(Reply.of(status, "CON Karibu", "")).isInstanceOf(Reply.Unusable.class);
  }

  @Test
  void metadata_that_the_carrier_forbids_is_not_given_back() {
    assertThat(Reply.of(200, "CON Karibu", "a|b").metadata()).isEmpty();
    assertThat(Reply.of(200, "CON Karibu", "x".repeat(100)).metadata()).isEmpty();
    assertThat(Reply.of(200, "CON Karibu", "x".repeat(99)).metadata()).hasSize(99);
  }
}
