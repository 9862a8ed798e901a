package org.shiriki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.shiriki.privacy.Keys;

/// The development key set, made at the first start and kept beside the data; readable by its owner
/// only.
final class KeyFile {
  private KeyFile() {}

  /// The key set of the settings, or else the one in the data folder.
  static Keys keys(Settings settings) {
    var given = settings.keys();
    return given != null ? given : inFolder(settings.data());
  }

  private static Keys inFolder(Path data) {
    var file = data.resolve("keys.json");
    try {
      return Keys.parse(OwnersFile.text(file, () -> Keys.generate().text()));
    } catch (IllegalArgumentException fault) {
      throw new IllegalStateException(
          "The development keys in "
              + file
              + " are damaged: "
              + fault.getMessage()
              + ". Put them"
              + " back; without them what is kept beside them stays closed.",
          fault);
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "The development keys in " + file + " are out of reach", failure);
    }
  }

  /// Puts another key set in the place of the one in the data folder, at once and whole.
  static void replace(Settings settings, Keys keys) throws IOException {
    var file = settings.data().resolve("keys.json").toAbsolutePath();
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var fresh = Files.createTempFile(file.getParent(), "keys", ".new", owner);
    Files.writeString(fresh, keys.text(), StandardOpenOption.SYNC);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
