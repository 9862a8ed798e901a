package org.shiriki.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.sms.Message.Lane;

/// What every outbox promises.
interface OutboxContract {
  Outbox outbox();

  /// The texts that wait for a person, oldest first.
  List<String> waiting(PhoneKey person);

  private static Message message(String person, String text, String once) {
    return new Message(new PhoneKey(person), new Phone("+254700000001"), Lane.REPLY, text, once);
  }

  @Test
  default void a_message_waits_to_be_sent() {
    outbox().put(message("amina", "Bajeti: 30 Apr.", "information/budget"));

    assertThat(waiting(new PhoneKey("amina"))).containsExactly("Bajeti: 30 Apr.");
  }

  @Test
  default void the_same_message_asked_for_twice_waits_once() {
    var outbox = outbox();
    outbox.put(message("juma", "Bajeti", "information/budget"));

    var again = outbox.put(message("juma", "Bajeti", "information/budget"));

    assertThat(again).isFalse();
    assertThat(waiting(new PhoneKey("juma"))).hasSize(1);
  }

  @Test
  default void another_message_to_the_same_person_waits_too() {
    var outbox = outbox();

    var fresh =
        IntStream.range(0, 3)
            .mapToObj(number -> outbox.put(message("neema", "Habari " + number, "news/" + number)))
            .toList();

    assertThat(fresh).containsOnly(true);
    assertThat(waiting(new PhoneKey("neema"))).hasSize(3);
  }

  @Test
  default void one_persons_key_does_not_hide_anothers_message() {
    var outbox = outbox();
    outbox.put(message("ali", "Bajeti", "information/water"));

    var other = outbox.put(message("zawadi", "Bajeti", "information/water"));

    assertThat(other).isTrue();
  }
}
