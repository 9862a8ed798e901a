package org.shiriki.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiriki.alert.Reach.Everywhere;
import org.shiriki.alert.Reach.MyCounty;
import org.shiriki.alert.Reach.MyWard;

final class ReachTest {
  static Stream<Reach> places() {
    return Stream.of(new MyWard("0079"), new MyCounty("003"), new Everywhere());
  }

  @ParameterizedTest
  @MethodSource("places")
  void a_place_is_read_back_from_its_code(Reach place) {
    var read = Reach.parse(place.code());

    assertThat(read).isEqualTo(place);
  }
}
