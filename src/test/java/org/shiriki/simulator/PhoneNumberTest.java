package org.shiriki.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhoneNumberTest {
  @ParameterizedTest
  @CsvSource({
    "+254700000001, +254700000001",
    "0700000001, +254700000001",
    "254700000001, +254700000001",
    "'+254 700 000-001', +254700000001",
    "' 254700000001', +254700000001",
    "+256700000104, +256700000104"
  })
  void numbers_are_read_as_people_write_them(String written, String international) {
    assertThat(PhoneNumber.parse(written).international()).isEqualTo(international);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "+", "12", "+2547000000011111", "07000O0001"})
  void what_is_no_number_is_refused(String written) {
    assertThatIllegalArgumentException().isThrownBy(() -> PhoneNumber.parse(written));
  }

  @ParameterizedTest
  @CsvSource({
    "+254700000001, 63902",
    "+254110000001, 63902",
    "+254733000002, 63903",
    "+254755000002, 63903",
    "+254757000002, 63902",
    "+254100000002, 63903",
    "+254770000003, 63907",
    "+254763000004, 63999",
    "+919800000662, 63902"
  })
  void the_network_follows_from_the_prefix(String number, String network) {
    assertThat(new PhoneNumber(number).networkCode()).isEqualTo(network);
  }

  @Test
  void a_number_prints_masked() {
    assertThat(new PhoneNumber("+254700000001")).hasToString("+…01");
  }
}
