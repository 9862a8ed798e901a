package org.shiriki;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/// A file of secrets beside the data, made at the first start; readable by its owner only.
final class OwnersFile {
  private OwnersFile() {}

  /// What stands in the file.
  ///
  /// @param first what it begins with
  static String text(Path file, Supplier<String> first) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (Files.notExists(file)) {
      make(file, first.get());
    }
    return Files.readString(file);
  }

  private static void make(Path file, String text) throws IOException {
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "secret", ".new", owner);
    Files.writeString(fresh, text, StandardOpenOption.SYNC);
    try {
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException _) {
      // Another start was faster; its secret is the one.
    } finally {
      Files.delete(fresh);
    }
  }
}
