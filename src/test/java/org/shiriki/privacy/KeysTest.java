package org.shiriki.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void a_key_set_that_was_written_opens_what_it_sealed_before() {
    var keys = Keys.generate();
    var sealed = new Vault(keys).seal("maji", "concern/1");

    var read = Keys.parse(keys.text());

    assertThat(new Vault(read).open(sealed, "concern/1")).isEqualTo("maji");
  }

  @Test
  void a_key_set_that_was_written_finds_the_same_person() {
    var keys = Keys.generate();
    var phone = new Phone("+254700000001");

    var read = Keys.parse(keys.text());

    assertThat(new Vault(read).keyOf(phone)).isEqualTo(new Vault(keys).keyOf(phone));
  }

  @Test
  void with_a_key_added_old_texts_still_open() throws JsonProcessingException {
    var keys = Keys.generate();
    var sealed = new Vault(keys).seal("maji", "concern/1");

    var rotated = withNewSealFirst(keys);

    assertThat(new Vault(rotated).open(sealed, "concern/1")).isEqualTo("maji");
  }

  @Test
  void with_a_key_added_the_new_key_seals() throws JsonProcessingException {
    var keys = Keys.generate();

    var sealed = new Vault(withNewSealFirst(keys)).seal("maji", "concern/1");

    assertThatThrownBy(() -> new Vault(keys).open(sealed, "concern/1"))
        .isInstanceOf(KeyFailure.class);
  }

  @Test
  void with_a_key_added_people_are_still_found() throws JsonProcessingException {
    var keys = Keys.generate();
    var phone = new Phone("+254700000001");

    var rotated = withNewSealFirst(keys);

    assertThat(new Vault(rotated).keyOf(phone)).isEqualTo(new Vault(keys).keyOf(phone));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret-7",
        "{}",
        "[]",
        "null",
        "{\"seal\":1,\"lookup\":\"secret-7\"}",
        "{\"seal\":{\"primaryKeyId\":7,\"key\":[]},\"lookup\":{}}"
      })
  void what_is_no_key_set_is_refused_without_repeating_it(String text) {
    assertThatThrownBy(() -> Keys.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("key set")
        .hasNoCause()
        .message()
        .doesNotContain("7");
  }

  @Test
  void a_key_of_the_wrong_kind_is_refused() throws JsonProcessingException {
    var tree = (ObjectNode) JSON.readTree(Keys.generate().text());
    var swapped = JSON.createObjectNode();
    swapped.set("seal", tree.get("lookup"));
    swapped.set("lookup", tree.get("seal"));

    assertThatThrownBy(() -> new Vault(Keys.parse(swapped.toString())))
        .isInstanceOfAny(IllegalArgumentException.class, KeyFailure.class);
  }

  @Test
  void it_does_not_print_itself() {
    assertThat(Keys.generate()).hasToString("Keys[secret]");
  }

  /// What an operator does to rotate: a new key is put into the set, and made the primary one.
  private static Keys withNewSealFirst(Keys old) throws JsonProcessingException {
    var tree = (ObjectNode) JSON.readTree(old.text());
    var fresh = JSON.readTree(Keys.generate().text()).path("seal");
    var seal = (ObjectNode) tree.path("seal");
    seal.set("primaryKeyId", fresh.path("primaryKeyId"));
    ((ArrayNode) seal.path("key")).addAll((ArrayNode) fresh.path("key"));
    return Keys.parse(tree.toString());
  }

  @Test
  void a_new_key_seals_from_now_on_and_the_old_one_still_opens() {
    var old = Keys.generate();
    var sealed = new Vault(old).seal("Habari", "place");
    var vault = new Vault(old.withNewKey().usingNewest());

    assertThat(vault.rotating()).isTrue();
    assertThat(vault.open(sealed, "place")).isEqualTo("Habari");
    assertThat(vault.seal("Habari", "place")).startsWith(vault.newest());
    assertThat(sealed).startsWith(new Vault(old).newest());
  }

  @Test
  void a_key_that_is_added_opens_and_does_not_seal_until_it_is_used() {
    var old = Keys.generate();
    var added = Keys.parse(old.withNewKey().text());
    var used = Keys.parse(added.usingNewest().text());

    var sealed = new Vault(added).seal("Siri", "row");

    assertThat(added.usesNewest()).isFalse();
    assertThat(used.usesNewest()).isTrue();
    assertThat(new Vault(old).open(sealed, "row")).isEqualTo("Siri");
    assertThat(new Vault(added).open(new Vault(used).seal("Siri", "row"), "row")).isEqualTo("Siri");
    assertThat(new Vault(used).open(sealed, "row")).isEqualTo("Siri");
  }

  @Test
  void only_a_node_that_uses_the_newest_key_seals_anew() {
    var added = Keys.generate().withNewKey();

    assertThat(new Vault(Keys.generate()).rotating()).isFalse();
    assertThat(new Vault(added).rotating()).isFalse();
    assertThat(new Vault(added.usingNewest()).rotating()).isTrue();
  }

  @Test
  void without_the_old_key_what_was_sealed_anew_opens_and_the_rest_does_not() {
    var old = Keys.generate();
    var sealed = new Vault(old).seal("Habari", "place");
    var both = old.withNewKey().usingNewest();
    var anew = new Vault(both).reseal(sealed, "place");

    var vault = new Vault(both.withoutOldKeys());

    assertThat(vault.open(anew, "place")).isEqualTo("Habari");
    assertThatThrownBy(() -> vault.open(sealed, "place")).isInstanceOf(KeyFailure.class);
  }
}
