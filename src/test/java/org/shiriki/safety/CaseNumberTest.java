package org.shiriki.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CaseNumberTest {
  private final CaseNumber number = CaseNumber.from(new Random(3)).next();

  @Test
  void it_is_six_random_digits_and_a_check_digit() {
    var drawn = Stream.generate(CaseNumber.from(new Random(5))::next).limit(2_000).toList();

    assertThat(drawn).allMatch(one -> one.digits().matches("\\d{7}"));
    assertThat(drawn.stream().map(one -> one.digits().substring(0, 6)).distinct().count())
        .isGreaterThan(1_950);
  }

  @Test
  void it_is_read_with_its_dash_or_without() {
    assertThat(CaseNumber.parse(number.written())).contains(number);
    assertThat(CaseNumber.parse(' ' + number.digits() + '.')).contains(number);
    assertThat(CaseNumber.parse("maji")).isEmpty();
  }

  @Test
  void any_one_wrong_digit_shows() {
    for (var at = 0; at < 7; at++) {
      for (var digit = '0'; digit <= '9'; digit++) {
        var typed = new StringBuilder(number.digits());
        typed.setCharAt(at, digit);

        assertThat(CaseNumber.parse(typed.toString()).isPresent())
            .isEqualTo(typed.toString().equals(number.digits()));
      }
    }
  }

  @Test
  void two_swapped_neighbours_show() {
    for (var at = 0; at < 6; at++) {
      var typed = new StringBuilder(number.digits());
      typed.setCharAt(at, number.digits().charAt(at + 1));
      typed.setCharAt(at + 1, number.digits().charAt(at));

      assertThat(CaseNumber.parse(typed.toString()).isPresent())
          .isEqualTo(typed.toString().equals(number.digits()));
    }
  }
}
