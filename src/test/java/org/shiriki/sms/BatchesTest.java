package org.shiriki.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.sms.Message.Lane;

class BatchesTest {
  private static Dispatch dispatch(int person, String sender, String text, int parts) {
    return new Dispatch(
        new PhoneKey("person" + person),
        text,
        new Phone("+2547000000%02d".formatted(person)),
        Lane.BROADCAST,
        Purpose.ALERT,
        sender,
        text,
        parts,
        Instant.EPOCH,
        "lease");
  }

  private static List<Integer> sizes(List<Dispatch> dispatches, int people, int parts) {
    return Batches.of(dispatches, people, parts).stream().map(List::size).toList();
  }

  @Test
  void equal_words_of_one_sender_travel_together() {
    var some =
        List.of(
            dispatch(1, "", "Mkutano kesho", 1),
            dispatch(2, "", "Maji kesho", 1),
            dispatch(3, "", "Mkutano kesho", 1),
            dispatch(4, "WADI", "Mkutano kesho", 1));

    assertThat(sizes(some, 100, 100)).containsExactly(2, 1, 1);
  }

  @Test
  void a_request_has_no_more_people_and_no_more_parts_than_it_may() {
    var many = IntStream.range(0, 10).mapToObj(who -> dispatch(who, "", "Habari", 2)).toList();

    assertThat(sizes(many, 4, 100)).containsExactly(4, 4, 2);
    assertThat(sizes(many, 100, 6)).containsExactly(3, 3, 3, 1);
    assertThat(sizes(many, 100, 1)).as("dearer than a second's worth").hasSize(10);
  }

  @Test
  void nobody_stands_in_one_request_twice() {
    var twice = List.of(dispatch(1, "", "Habari", 1), dispatch(1, "", "Habari", 1));

    assertThat(sizes(twice, 100, 100)).containsExactly(1, 1);
  }
}
