package org.shiriki.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorTest {
  @ParameterizedTest
  @CsvSource({
    "+254722000001, SAFARICOM",
    "+254110000001, SAFARICOM",
    "+254733000001, AIRTEL",
    "+254100000001, AIRTEL",
    "+254772000001, TELKOM",
    "+254763000001, OTHER",
    "+255712345678, OTHER",
    "+254602000001, UNKNOWN"
  })
  void a_number_is_of_the_network_that_gave_it_out(String number, Operator operator) {
    assertThat(Operator.of(new Phone(number))).isEqualTo(operator);
  }

  @Test
  void a_word_leads_back_to_its_operator_and_nonsense_to_none() {
    for (var operator : Operator.values()) {
      assertThat(Operator.ofWord(operator.word())).isEqualTo(operator);
    }
    assertThat(Operator.ofWord("orange")).isEqualTo(Operator.UNKNOWN);
  }
}
