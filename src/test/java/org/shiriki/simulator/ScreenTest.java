package org.shiriki.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScreenTest {
  private static final Session SESSION =
      new Session(
          "ATUid_1",
          new PhoneNumber("+254700000001"),
          new ServiceCode("*384*50#"),
          Instant.EPOCH,
          List.of(),
          List.of());

  @Test
  void a_screen_shows_the_text_without_its_prefix() {
    var screen = show("CON Karibu [1]");

    assertThat(new Json().write(screen))
        .isEqualTo(
            "{\"phone\":\"+254700000001\",\"session\":\"ATUid_1\",\"open\":true,"
                + "\"screen\":\"Karibu [1]\",\"septets\":16,\"tooLong\":false}");
  }

  @Test
  void the_prefix_counts_towards_the_room() {
    assertThat(show("CON " + "a".repeat(156)).tooLong()).isFalse();
    assertThat(show("CON " + "a".repeat(157)).tooLong()).isTrue();
  }

  @Test
  void foreign_letters_are_told() {
    assertThat(show("END ŵ").problem()).contains("cannot show");
  }

  private static Screen show(String body) {
    return Screen.of(SESSION, Reply.of(200, body, ""));
  }
}
