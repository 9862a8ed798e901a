package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.Vault;

/// The development keys in the data folder.
class KeyFileTest {
  @Test
  void the_next_start_finds_the_keys_of_the_first(@TempDir Path data) {
    var phone = new Phone("+254700000001");
    var first = new Vault(KeyFile.keys(settings(data))).keyOf(phone);

    var next = new Vault(KeyFile.keys(settings(data))).keyOf(phone);

    assertThat(next).isEqualTo(first);
  }

  @Test
  void damaged_keys_are_named_by_their_file(@TempDir Path data) throws IOException {
    Files.writeString(data.resolve("keys.json"), "");

    assertThatThrownBy(() -> KeyFile.keys(settings(data))).hasMessageContaining("keys.json");
  }

  private static Settings settings(Path data) {
    return Settings.read(Map.of("SHIRIKI_DATA", data.toString()));
  }
}
