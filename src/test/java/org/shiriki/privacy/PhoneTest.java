package org.shiriki.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {
  private static final Phone AMINA = new Phone("+254700000001");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+254700000001",
        "254700000001",
        "0700000001",
        "700000001",
        " 0700 000 001 ",
        "+254 (700) 000-001",
        "tel:+254700000001",
        "٠٧٠٠٠٠٠٠٠١"
      })
  void a_kenyan_number_is_read_however_it_is_written(String written) {
    assertThat(Phone.read(written)).contains(AMINA);
  }

  @Test
  void a_number_from_elsewhere_keeps_its_country() {
    assertThat(Phone.read("+255 754 000 001")).contains(new Phone("+255754000001"));
  }

  @Test
  void the_newer_prefixes_are_read() {
    assertThat(Phone.read("0110000001")).contains(new Phone("+254110000001"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "amina", "+", "0", "07", "999", "+2547000000010000", "maji 5", "+999"})
  void what_is_no_number_is_not_read(String written) {
    assertThat(Phone.read(written)).isEmpty();
  }

  @Test
  void whatever_is_written_is_read_or_not_but_never_fails() {
    var seed = Long.getLong("chance", System.nanoTime());
    System.out.println("PhoneTest plays with -Dchance=" + seed);
    var random = new Random(seed);

    for (var trial = 0; trial < 5_000; trial++) {
      var digits = Long.toString(random.nextLong(1, 10_000_000_000_000L));
      var written = "+" + digits.substring(0, 1 + random.nextInt(digits.length()));

      assertThat(Phone.read(written).map(Phone::e164).orElse("+00000000")).matches("\\+\\d{8,15}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0700000001", "254700000001", "+0700000001", "+2547", "+2547000000010000"})
  void a_phone_is_made_of_its_full_form_only(String written) {
    assertThatThrownBy(() -> new Phone(written))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("700");
  }

  @Test
  void its_owner_sees_its_beginning_and_end() {
    assertThat(AMINA.masked()).isEqualTo("+2547*****001");
  }

  @Test
  void it_does_not_print_itself() {
    assertThat(AMINA).asString().doesNotContain("7", "001");
    assertThat(new PhoneKey("amina")).asString().doesNotContain("amina");
  }
}
