package org.shiriki.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DialArgumentsTest {
  @Test
  void a_code_is_enough() {
    var asked = DialArguments.parse(List.of("*384*50#"), Map.of());

    assertThat(asked)
        .isEqualTo(
            new DialArguments(
                "*384*50#", new PhoneNumber("+254700000001"), null, "http://127.0.0.1:8080"));
  }

  @Test
  void everything_can_be_said() {
    var asked =
        DialArguments.parse(
            List.of(
                "--keys",
                "1,maji\\, tena,,2",
                "*384*50#",
                "--as",
                "0733000002",
                "--url",
                "http://shiriki.test/"),
            Map.of("SHIRIKI_HTTP_PORT", "9000"));

    assertThat(asked)
        .isEqualTo(
            new DialArguments(
                "*384*50#",
                new PhoneNumber("+254733000002"),
                List.of("1", "maji, tena", "", "2"),
                "http://shiriki.test"));
  }

  @Test
  void the_port_comes_from_the_settings() {
    var asked = DialArguments.parse(List.of("*384*50#"), Map.of("SHIRIKI_HTTP_PORT", "9000"));

    assertThat(asked.url()).isEqualTo("http://127.0.0.1:9000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*384*50# --keys",
        "*384*50# --as amina",
        "*384*50# --loud",
        "*384*50# *384*50#",
        "*384*50# --url gateway"
      })
  void what_cannot_be_meant_is_refused(String line) {
    var words = line.isEmpty() ? List.<String>of() : List.of(line.split(" "));

    assertThatIllegalArgumentException().isThrownBy(() -> DialArguments.parse(words, Map.of()));
  }
}
