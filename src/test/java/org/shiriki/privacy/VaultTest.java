package org.shiriki.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {
  private final Vault vault = new Vault(Keys.generate());

  @ParameterizedTest
  @ValueSource(strings = {"", "maji", "“maji” 😀\u0000"})
  void what_was_sealed_is_opened(String text) {
    assertThat(vault.open(vault.seal(text, "concern/1"), "concern/1")).isEqualTo(text);
  }

  @Test
  void the_same_text_is_never_sealed_alike() {
    assertThat(vault.seal("maji", "concern/1")).isNotEqualTo(vault.seal("maji", "concern/1"));
  }

  @Test
  void a_sealed_text_does_not_show() {
    assertThat(new String(vault.seal("maji machafu", "concern/1"), UTF_8)).doesNotContain("maji");
  }

  @Test
  void in_another_place_it_does_not_open() {
    var sealed = vault.seal("maji", "concern/1");

    assertThatThrownBy(() -> vault.open(sealed, "concern/2"))
        .isInstanceOf(KeyFailure.class)
        .message()
        .doesNotContain("maji");
  }

  @Test
  void with_other_keys_it_does_not_open() {
    var sealed = vault.seal("maji", "concern/1");

    assertThatThrownBy(() -> new Vault(Keys.generate()).open(sealed, "concern/1"))
        .isInstanceOf(KeyFailure.class);
  }

  @Test
  void with_any_byte_changed_it_does_not_open() {
    var sealed = vault.seal("maji", "concern/1");

    for (var at = 0; at < sealed.length; at++) {
      var changed = sealed.clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> vault.open(changed, "concern/1")).isInstanceOf(KeyFailure.class);
    }
  }

  @Test
  void cut_short_it_does_not_open() {
    assertThatThrownBy(() -> vault.open(new byte[3], "concern/1")).isInstanceOf(KeyFailure.class);
  }

  @Test
  void a_mark_is_the_same_for_the_same_words_and_purpose() {
    assertThat(vault.mark("vote", "amina"))
        .isEqualTo(vault.mark("vote", "amina"))
        .isNotEqualTo(vault.mark("phone", "amina"))
        .isNotEqualTo(vault.mark("vote", "baraka"))
        .matches("[A-Za-z0-9_-]{22}");
  }

  @Test
  void a_mark_says_nothing_to_who_has_other_keys() {
    assertThat(new Vault(Keys.generate()).mark("vote", "amina"))
        .isNotEqualTo(vault.mark("vote", "amina"));
  }
}
