package org.shiriki.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shiriki.citizen.Guesses.Kind;
import org.shiriki.citizen.Guesses.Try;
import org.shiriki.privacy.PhoneKey;

/// What every keeper of wrong codes promises.
interface GuessesContract {
  Instant NOON = Instant.parse("2026-11-21T09:00:00Z");

  Guesses guesses();

  /// Somebody who has tried nothing yet.
  default PhoneKey person() {
    return new PhoneKey(UUID.randomUUID().toString());
  }

  private Try<String> look(PhoneKey person, Kind kind, String found, int minute) {
    return guesses()
        .look(
            person,
            kind,
            NOON.plusSeconds(60L * minute),
            () -> Optional.of(found).filter(text -> !text.isEmpty()));
  }

  @Test
  default void after_five_wrong_ones_none_is_looked_at_until_an_hour_has_passed() {
    var person = person();
    for (var minute = 0; minute < Guesses.TRIES; minute++) {
      assertThat(look(person, Kind.REFERENCE, "", minute)).isEqualTo(new Try.Wrong<>());
    }

    assertThat(look(person, Kind.REFERENCE, "there", 59)).isEqualTo(new Try.Refused<>());
    assertThat(look(person, Kind.REFERENCE, "there", 60)).isEqualTo(new Try.Right<>("there"));
    assertThat(look(person, Kind.REFERENCE, "", 60)).isEqualTo(new Try.Wrong<>());
    assertThat(look(person, Kind.REFERENCE, "", 60)).isEqualTo(new Try.Refused<>());
  }

  @Test
  default void right_ones_are_not_counted_and_take_no_wrong_one_back() {
    var person = person();
    for (var minute = 0; minute < 20; minute++) {
      assertThat(look(person, Kind.RECEIPT, "there", minute)).isEqualTo(new Try.Right<>("there"));
    }
    for (var minute = 20; minute < 20 + Guesses.TRIES; minute++) {
      look(person, Kind.RECEIPT, "", minute);
      look(person, Kind.RECEIPT, "there", minute);
    }

    assertThat(look(person, Kind.RECEIPT, "there", 30)).isEqualTo(new Try.Refused<>());
  }

  @Test
  default void people_and_kinds_are_counted_apart() {
    var person = person();
    for (var minute = 0; minute < Guesses.TRIES; minute++) {
      look(person, Kind.RECEIPT, "", minute);
    }

    assertThat(look(person, Kind.REFERENCE, "", 5)).isEqualTo(new Try.Wrong<>());
    assertThat(look(person(), Kind.RECEIPT, "", 5)).isEqualTo(new Try.Wrong<>());
    assertThat(look(person, Kind.RECEIPT, "", 5)).isEqualTo(new Try.Refused<>());
  }
}
