package org.shiriki.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TicketTest {
  @Test
  void any_one_wrong_digit_shows() {
    var ticket = Ticket.draw(new Random(3)).digits();

    for (var at = 0; at < ticket.length(); at++) {
      for (var digit = '0'; digit <= '9'; digit++) {
        var typed = ticket.substring(0, at) + digit + ticket.substring(at + 1);
        assertThat(Ticket.parse(typed).isPresent()).isEqualTo(typed.equals(ticket));
      }
    }
  }

  @Test
  void it_is_read_as_it_is_written() {
    Stream.generate(() -> Ticket.draw(new Random(4)))
        .limit(20)
        .forEach(ticket -> assertThat(Ticket.parse(ticket.written())).contains(ticket));
  }
}
