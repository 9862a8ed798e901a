package org.shiriki.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FormTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ussd-01-begin-captured",
        "ussd-02-nested-captured",
        "ussd-10-unicode",
        "event-01-incomplete-captured",
        "event-02-success",
        "event-03-failed"
      })
  void a_recorded_body_survives_reading_and_writing(String name) {
    var recorded = Sample.body(name);

    var written = Form.parse(recorded).encoded();

    assertThat(written).isEqualTo(recorded);
  }

  @Test
  void a_field_without_an_equals_sign_is_empty() {
    var form = Form.parse("text&to=1");

    assertThat(form.value("text")).contains("");
    assertThat(form.value("to")).contains("1");
    assertThat(form.value("from")).isEmpty();
  }

  @Test
  void a_broken_percent_sign_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Form.parse("text=100%"));
  }
}
