package org.shiriki.pg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The operating-system account that PostgreSQL's programs run under. PostgreSQL refuses to run as
/// root, so for root it is a user namespace without privileges or, where there is none, another
/// user, who then owns the folder.
final class ServerAccount {
  private static final String NOT_ROOT_AND_MAY_WRITE =
      "test \"$(id -u)\" -ne 0 && test -w \"$1\" && test -x \"$1\"";

  private final List<String> prefix;
  private final @Nullable String owner;

  private ServerAccount(List<String> prefix, @Nullable String owner) {
    this.prefix = prefix;
    this.owner = owner;
  }

  /// The account that can work in the folder, which exists. A folder that root finds in another
  /// user's hands stays that user's.
  static ServerAccount of(Path folder) {
    if (!isRoot()) {
      return itself(folder);
    }
    var before = attribute(folder, "unix:uid") + ":" + attribute(folder, "unix:gid");
    for (var candidate : candidates(folder)) {
      candidate.own(folder);
      if (candidate.fits(folder)) {
        return candidate;
      }
    }
    new ServerAccount(List.of(), before).own(folder);
    throw new IllegalStateException(
        ("PostgreSQL does not run as root and found no other account for %s. Install util-linux"
                + " (unshare, setpriv), start as an ordinary user, set SHIRIKI_DATA to a folder that"
                + " the user nobody can reach, or set SHIRIKI_DATABASE_URL.")
            .formatted(folder));
  }

  /// The command line that runs a program under this account.
  List<String> command(List<String> program) {
    var command = new ArrayList<>(prefix);
    command.addAll(program);
    return command;
  }

  /// Makes the account the owner of a file, or of a folder and everything in it.
  void own(Path path) {
    if (owner != null && !succeeds(List.of("chown", "-R", owner, path.toString()))) {
      throw new IllegalStateException("Cannot make %s the owner of %s".formatted(owner, path));
    }
  }

  private boolean fits(Path folder) {
    return succeeds(command(List.of("sh", "-c", NOT_ROOT_AND_MAY_WRITE, "sh", folder.toString())));
  }

  private static ServerAccount itself(Path folder) {
    if (!Files.isWritable(folder)) {
      throw new IllegalStateException(
          "%s belongs to another user. Start as that user or set SHIRIKI_DATA to another folder."
              .formatted(folder));
    }
    return new ServerAccount(List.of(), null);
  }

  private static List<ServerAccount> candidates(Path folder) {
    var owner = attribute(folder, "unix:uid");
    if (owner != 0) {
      return switching(owner, attribute(folder, "unix:gid"));
    }
    var namespace = Stream.of(new ServerAccount(List.of("unshare", "-U"), null));
    var users = Stream.of("postgres", "nobody").flatMap(ServerAccount::byName);
    return Stream.concat(namespace, users).toList();
  }

  private static Stream<ServerAccount> byName(String user) {
    try (var lines = Files.lines(Path.of("/etc/passwd"))) {
      return lines
          .map(line -> line.split(":", -1))
          .filter(fields -> fields.length > 3 && fields[0].equals(user))
          .map(fields -> switching(Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
          .toList()
          .stream()
          .flatMap(List::stream);
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read the list of users", failure);
    }
  }

  private static List<ServerAccount> switching(int user, int group) {
    var owner = user + ":" + group;
    var setpriv = List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups", "--");
    var su = List.of("su", "-s", "/bin/sh", name(user), "-c", "exec \"$0\" \"$@\"", "--");
    return List.of(new ServerAccount(setpriv, owner), new ServerAccount(su, owner));
  }

  private static String name(int user) {
    try (var lines = Files.lines(Path.of("/etc/passwd"))) {
      return lines
          .map(line -> line.split(":", -1))
          .filter(fields -> fields.length > 3 && fields[2].equals(Integer.toString(user)))
          .map(fields -> fields[0])
          .findFirst()
          .orElse("nobody");
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read the list of users", failure);
    }
  }

  private static boolean isRoot() {
    return Programs.run(new ProcessBuilder("id", "-u")).output().equals("0");
  }

  private static int attribute(Path path, String name) {
    try {
      return (int) Files.getAttribute(path, name);
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot see who owns " + path, failure);
    }
  }

  private static boolean succeeds(List<String> command) {
    try {
      return Programs.run(new ProcessBuilder(command).directory(Path.of("/").toFile())).succeeded();
    } catch (UncheckedIOException _) {
      return false; // The program is not installed.
    }
  }
}
