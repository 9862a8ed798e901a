package org.shiriki.pg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The mark that one gateway is at work on a data folder; the operating system takes it away when
/// the gateway dies, however it dies.
final class GatewayLock implements AutoCloseable {
  /// Folders locked by this process: closing any second channel to a lock's file would give the
  /// first one's lock away.
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private GatewayLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /// Takes the folder, or throws [DataFolderInUse].
  static GatewayLock take(Path folder) throws IOException {
    var file = folder.resolve("gateway.lock");
    var real = folder.toRealPath();
    if (!OURS.add(real)) {
      throw inUse(folder, file);
    }
    var channel = lock(real, file);
    if (channel == null) {
      OURS.remove(real);
      throw inUse(folder, file);
    }
    return new GatewayLock(real, channel);
  }

  /// Gives the folder back.
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot unlock the data folder " + folder, failure);
    } finally {
      OURS.remove(folder);
    }
  }

  private static @Nullable FileChannel lock(Path real, Path file) throws IOException {
    try {
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock held = channel.tryLock();
      if (held == null) {
        channel.close();
        return null;
      }
      channel.truncate(0);
      var process = Long.toString(ProcessHandle.current().pid());
      channel.write(StandardCharsets.US_ASCII.encode(process));
      return channel;
    } catch (IOException failure) {
      OURS.remove(real);
      throw failure;
    }
  }

  private static DataFolderInUse inUse(Path folder, Path file) throws IOException {
    var process = Files.readString(file).strip();
    return new DataFolderInUse(
        "Another gateway is running on %s%s. Stop it or set SHIRIKI_DATA to another folder."
            .formatted(folder, process.isEmpty() ? "" : " (process " + process + ")"));
  }
}
