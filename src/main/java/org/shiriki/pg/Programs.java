package org.shiriki.pg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's own programs, unpacked from the archive for this platform on the class path.
final class Programs {
  private final Path folder;
  private final ServerAccount account;

  private Programs(Path folder, ServerAccount account) {
    this.folder = folder;
    this.account = account;
  }

  /// What a program said, and whether it did its work.
  record Outcome(boolean succeeded, String output) {}

  /// The programs below the given folder, unpacked there unless they already are; those of another
  /// version are removed.
  static Programs in(Path home, ServerAccount account) {
    var archive = archive();
    try {
      var folder = home.resolve("programs-" + mark(archive));
      if (!Files.isDirectory(folder)) {
        try (var others = Files.newDirectoryStream(home, "{programs,unpacking}*")) {
          for (var other : others) {
            delete(other);
          }
        }
        var unpacking = Files.createDirectory(home.resolve("unpacking"));
        unpack(archive, unpacking);
        account.own(unpacking);
        Files.move(unpacking, folder, StandardCopyOption.ATOMIC_MOVE);
      }
      return new Programs(folder, account);
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot unpack PostgreSQL into " + home, failure);
    }
  }

  /// Runs one of the programs to its end.
  Outcome run(String program, List<String> arguments) {
    var path = folder.resolve("bin").resolve(program).toString();
    var command = Stream.concat(Stream.of(path), arguments.stream()).toList();
    var builder = new ProcessBuilder(account.command(command)).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    return run(builder);
  }

  /// Runs any program to its end.
  static Outcome run(ProcessBuilder builder) {
    try {
      var process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Outcome(process.waitFor() == 0, output.strip());
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot run " + builder.command().getFirst(), failure);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while " + builder.command().getFirst() + " ran");
    }
  }

  /// Removes a folder and everything in it.
  static void delete(Path tree) throws IOException {
    try (var paths = Files.walk(tree)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static URL archive() {
    var system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
    var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    var architecture = machine.equals("aarch64") ? "arm_64" : "x86_64";
    var name = "/postgres-%s-%s.txz".formatted(system, architecture);
    var archive = Programs.class.getResource(name);
    if (archive == null) {
      throw new IllegalStateException(
          ("This build brings no PostgreSQL for %s on %s. Build it on this machine or set"
                  + " SHIRIKI_DATABASE_URL.")
              .formatted(System.getProperty("os.name"), machine));
    }
    return archive;
  }

  /// A short text that differs between versions: the checksum that the jar keeps of the archive.
  private static String mark(URL archive) throws IOException {
    var connection = (JarURLConnection) archive.openConnection();
    return Long.toHexString(connection.getJarEntry().getCrc());
  }

  private static void unpack(URL archive, Path folder) throws IOException {
    var tar = new ProcessBuilder("tar", "-xof", "-", "-C", folder.toString());
    var process =
        tar.redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var packed = new XZInputStream(archive.openStream());
        var pipe = process.getOutputStream()) {
      packed.transferTo(pipe);
    }
    try {
      if (process.waitFor() != 0) {
        throw new IOException("tar failed");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
  }
}
