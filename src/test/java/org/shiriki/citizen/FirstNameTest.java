package org.shiriki.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirstNameTest {
  @ParameterizedTest
  @CsvSource({
    "Amina, Amina",
    "'  Mwana  Isha ', Mwana Isha",
    "Ng’ang’a, Ng'ang'a",
    "Zoë, Zoe",
    "A, A",
    "Mary-Anne W., Mary-Anne W."
  })
  void a_name_is_read_as_a_phone_can_show_it(String written, String name) {
    assertThat(FirstName.read(written)).map(FirstName::letters).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "{jina}", "Amina 2", "+254700000001", "阿米娜", "Mwanaisha Binti Salimu"})
  void what_is_none_is_not_taken(String written) {
    assertThat(FirstName.read(written)).isEmpty();
  }

  @Test
  void it_does_not_print_itself() {
    assertThat(new FirstName("Amina")).hasToString("FirstName[hidden]");
  }
}
