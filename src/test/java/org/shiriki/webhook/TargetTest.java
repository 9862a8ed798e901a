package org.shiriki.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
  @ParameterizedTest
  @CsvSource({
    "https://kilifi.example.org/shiriki?room=2, true, true",
    "https://kilifi.example.org:8443, true, true",
    "http://localhost:9000/hook, false, true",
    "http://127.0.0.1:9000/hook, false, true",
    "http://[::1]:9000/hook, false, true",
    "http://kilifi.example.org/shiriki, false, false"
  })
  void only_https_is_told_and_in_development_this_machine(
      String url, boolean usual, boolean development) {
    assertThat(Target.parse(url, false).isPresent()).isEqualTo(usual);
    assertThat(Target.parse(url, true).isPresent()).isEqualTo(development);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://amina:pwani@example.org/",
        "https://example.org/#part",
        "https:///path",
        "https://exa mple.org/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "example.org",
        "https:example.org"
      })
  void what_is_no_such_address_is_told_nothing(String url) {
    assertThat(Target.parse(url, true)).isEmpty();
  }
}
