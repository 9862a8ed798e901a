package org.shiriki.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shiriki.concern.Pins.Try;
import org.shiriki.privacy.PhoneKey;

/// What every keeper of PINs promises.
interface PinsContract extends People {
  Pin RIGHT = new Pin("0412");
  Pin OTHER = new Pin("9999");
  Instant NOON = ConcernsContract.MORNING.plus(Duration.ofHours(3));

  Pins pins();

  Voices voices();

  private PhoneKey guarded() {
    var amina = consenting();
    assertThat(pins().set(amina, pins().conceal(amina, RIGHT), RIGHT)).isTrue();
    return amina;
  }

  private void wrong(PhoneKey person, int times, Instant at) {
    for (var count = 0; count < times; count++) {
      assertThat(pins().open(person, OTHER, at)).isEqualTo(Try.WRONG);
    }
  }

  @Test
  default void a_pin_that_is_set_opens_and_no_other() {
    var amina = guarded();

    assertThat(pins().guards(amina)).isTrue();
    assertThat(pins().open(amina, OTHER, NOON)).isEqualTo(Try.WRONG);
    assertThat(pins().open(amina, RIGHT, NOON)).isEqualTo(Try.OPENED);
  }

  @Test
  default void a_pin_that_is_repeated_otherwise_is_not_set() {
    var amina = consenting();

    var set = pins().set(amina, pins().conceal(amina, RIGHT), OTHER);

    assertThat(set).isFalse();
    assertThat(pins().guards(amina)).isFalse();
  }

  @Test
  default void after_five_wrong_tries_even_the_right_one_waits_an_hour() {
    var amina = guarded();
    wrong(amina, Pins.TRIES, NOON);

    assertThat(pins().open(amina, RIGHT, NOON.plus(Duration.ofMinutes(59)))).isEqualTo(Try.REFUSED);
    assertThat(pins().open(amina, RIGHT, NOON.plus(Pins.WINDOW))).isEqualTo(Try.OPENED);
  }

  @Test
  default void the_hour_slides() {
    var amina = guarded();
    wrong(amina, 1, NOON);
    var later = NOON.plus(Duration.ofMinutes(50));
    wrong(amina, Pins.TRIES - 1, later);

    var past = NOON.plus(Duration.ofMinutes(61));

    wrong(amina, 1, past);
    assertThat(pins().open(amina, RIGHT, past)).isEqualTo(Try.REFUSED);
  }

  @Test
  default void the_right_one_clears_the_count() {
    var amina = guarded();
    wrong(amina, Pins.TRIES - 1, NOON);
    pins().open(amina, RIGHT, NOON);

    wrong(amina, Pins.TRIES, NOON);
  }

  @Test
  default void many_tries_at_once_are_still_five() throws Exception {
    var amina = guarded();
    Callable<Try> trying = () -> pins().open(amina, OTHER, NOON);

    try (var phones = Executors.newVirtualThreadPerTaskExecutor()) {
      var tries =
          phones.invokeAll(IntStream.range(0, 12).mapToObj(_ -> trying).toList()).stream()
              .map(Future::resultNow)
              .toList();

      assertThat(tries).filteredOn(Try.WRONG::equals).hasSize(Pins.TRIES);
      assertThat(tries).filteredOn(Try.REFUSED::equals).hasSize(12 - Pins.TRIES);
    }
  }

  @Test
  default void a_reset_leaves_no_link_to_what_was_before_and_keeps_the_concerns() {
    var amina = guarded();
    var own = filed(amina);
    var joined = filed(consenting());
    voices().add(joined, amina, true);
    concerns().advance(own, new Progress.Event(Status.FIXED, "", NOON));

    pins().leaveBehind(amina);

    assertThat(pins().guards(amina)).isFalse();
    assertThat(concerns().reportedBy(amina)).isEmpty();
    assertThat(concerns().count(amina)).isZero();
    assertThat(concerns().find(own)).isPresent();
    assertThat(concerns().find(joined)).isPresent();
  }

  @Test
  default void a_reset_where_no_pin_is_set_leaves_all_as_it_is() {
    var amina = consenting();
    filed(amina);

    pins().leaveBehind(amina);

    assertThat(concerns().count(amina)).isOne();
  }

  private Reference filed(PhoneKey reporter) {
    return concerns()
        .file(
            ConcernsContract.draft(false),
            reporter,
            ConcernsContract.TO_WATER,
            ConcernsContract.MORNING);
  }
}
