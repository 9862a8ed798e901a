package org.shiriki.pg;

import io.vertx.pgclient.SslMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The PostgreSQL server that the gateway brings with it: durable, behind a password from its first
/// moment, reachable from this machine only. It lives in `postgres` below the data folder.
public final class EmbeddedServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final String NAME = "shiriki";
  private static final int STARTS = 20;
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final String SETTINGS =
      """
      # Written anew at every start of the gateway.
      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      password_encryption = 'scram-sha-256'
      fsync = on
      synchronous_commit = on
      full_page_writes = on
      max_connections = 100
      shared_buffers = 128MB
      jit = off
      timezone = 'UTC'
      # A week of logs, without statements and without values.
      logging_collector = on
      log_directory = '../log'
      log_filename = 'postgresql-%a.log'
      log_file_mode = 0600
      log_rotation_age = 1d
      log_rotation_size = 0
      log_truncate_on_rotation = on
      log_timezone = 'UTC'
      log_min_messages = log
      log_min_error_statement = panic
      log_error_verbosity = terse
      """;

  private final GatewayLock lock;
  private final ServerAccount account;
  private final Programs programs;
  private final Path home;
  private final Path data;
  private final DatabaseUrl url;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedServer(GatewayLock lock, Path home) throws IOException {
    this.lock = lock;
    this.home = home;
    this.data = home.resolve("data");
    this.account = ServerAccount.of(home);
    this.programs = Programs.in(home, account);
    var password = password();
    if (!Files.isDirectory(data)) {
      create();
    }
    stopOrphan();
    this.url = new DatabaseUrl(NAME, password, "127.0.0.1", begin(), NAME, SslMode.DISABLE);
    createDatabase();
  }

  /// Starts the server on a folder, which is made when it does not exist. A server that a killed
  /// gateway left behind on the same folder is stopped first. Throws [DataFolderInUse] when another
  /// gateway is at work there.
  public static EmbeddedServer start(Path dataFolder) {
    try {
      var home = Files.createDirectories(dataFolder).toRealPath().resolve("postgres");
      var lock = GatewayLock.take(dataFolder);
      try {
        makePrivate(home);
        return new EmbeddedServer(lock, home);
      } catch (IOException | RuntimeException failure) {
        lock.close();
        throw failure;
      }
    } catch (AccessDeniedException denied) {
      throw new IllegalStateException(
          "%s belongs to another user. Start as that user or set SHIRIKI_DATA to another folder."
              .formatted(dataFolder),
          denied);
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot start PostgreSQL in " + dataFolder, failure);
    }
  }

  /// Where the server listens; another port at each start.
  public DatabaseUrl url() {
    return url;
  }

  /// Stops the server, waits until it has stopped, and gives the folder back.
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        stop();
      } finally {
        lock.close();
      }
    }
  }

  private static void makePrivate(Path home) throws IOException {
    if (!Files.isDirectory(home)) {
      var ownerOnly = PosixFilePermissions.fromString("rwx------");
      Files.createDirectory(home, PosixFilePermissions.asFileAttribute(ownerOnly));
    }
  }

  private String password() throws IOException {
    var file = home.resolve("password");
    if (Files.exists(file)) {
      return Files.readString(file).strip();
    }
    if (Files.isDirectory(data)) {
      throw new IllegalStateException(
          "The file %s is gone; without it the database in %s stays closed. Put it back."
              .formatted(file, data));
    }
    var random = new byte[24];
    new SecureRandom().nextBytes(random);
    var password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    var making = home.resolve("password.making");
    Files.deleteIfExists(making);
    var ownerOnly = PosixFilePermissions.fromString("rw-------");
    Files.createFile(making, PosixFilePermissions.asFileAttribute(ownerOnly));
    Files.writeString(making, password + "\n", StandardOpenOption.SYNC);
    account.own(making);
    Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
    return password;
  }

  /// Makes the cluster beside its place and moves it there when it is whole, so that a start that
  /// was cut short leaves nothing half done.
  private void create() throws IOException {
    var making = home.resolve("making");
    if (Files.exists(making)) {
      Programs.delete(making);
    }
    var outcome =
        programs.run(
            "initdb",
            List.of(
                "--pgdata=" + making,
                "--username=" + NAME,
                "--pwfile=" + home.resolve("password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums"));
    if (!outcome.succeeded()) {
      throw new IllegalStateException("PostgreSQL's initdb failed: " + outcome.output());
    }
    Files.writeString(
        making.resolve("postgresql.conf"), "include 'shiriki.conf'\n", StandardOpenOption.APPEND);
    Files.move(making, data, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Starts the server and gives its port. It is tried again while another program takes the port
  /// between the choice and the start, and while processes of a killed server are still leaving.
  private int begin() throws IOException {
    var log = home.resolve("start.log");
    for (var left = STARTS; ; left--) {
      Files.deleteIfExists(log);
      var port = freePort();
      var settings = data.resolve("shiriki.conf");
      Files.writeString(settings, SETTINGS + "port = " + port + "\n");
      account.own(settings);
      var outcome =
          programs.run(
              "pg_ctl",
              List.of("start", "-w", "-t", "600", "-D", data.toString(), "-l", log.toString()));
      if (outcome.succeeded()) {
        return port;
      }
      var said = Files.exists(log) ? Files.readString(log) : outcome.output();
      if (left == 0 || !(said.contains("still in use") || said.contains("already in use"))) {
        throw new IllegalStateException("PostgreSQL did not start: " + said.strip());
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private void createDatabase() {
    var maintenance = url.withDatabase("postgres");
    try (var connection =
            DriverManager.getConnection(maintenance.jdbc(), url.user(), url.password());
        var statement = connection.createStatement();
        var found =
            statement.executeQuery("select from pg_database where datname = '" + NAME + "'")) {
      if (!found.next()) {
        statement.execute("create database " + NAME);
      }
    } catch (SQLException failure) {
      stop();
      throw new IllegalStateException("PostgreSQL started but does not let us in", failure);
    }
  }

  /// Ends the server that a killed gateway left running. A process that merely bears the number in
  /// a dead server's file is left alone, but PostgreSQL would not start before the file is gone.
  private void stopOrphan() throws IOException {
    var process = processInFile();
    if (process.isEmpty()) {
      return;
    }
    if (isOurs(process.get())) {
      LOG.atWarn().addKeyValue("process", process.get().pid()).log("Stopping an orphaned server");
      stop();
      return;
    }
    Files.delete(processFile());
  }

  private boolean isOurs(ProcessHandle process) {
    var folder = Path.of("/proc", Long.toString(process.pid()), "cwd");
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      try {
        return Files.isSameFile(folder, data);
      } catch (IOException _) {
        return false; // The process is ending, or another user's.
      }
    }
    return process.info().command().orElse("").endsWith("/postgres");
  }

  private void stop() {
    var process = processInFile().filter(this::isOurs);
    for (var mode : List.of("fast", "immediate")) {
      var stopped =
          programs.run(
              "pg_ctl", List.of("stop", "-w", "-t", "30", "-m", mode, "-D", data.toString()));
      if (stopped.succeeded() || process.isEmpty()) {
        return;
      }
    }
    kill(process.get());
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    try {
      process.onExit().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException failure) {
      throw new IllegalStateException("Cannot stop PostgreSQL, process " + process.pid(), failure);
    }
  }

  private Optional<ProcessHandle> processInFile() {
    try {
      var number = Files.readAllLines(processFile()).getFirst().strip();
      return ProcessHandle.of(Long.parseLong(number));
    } catch (NoSuchFileException | NoSuchElementException | NumberFormatException _) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read " + processFile(), failure);
    }
  }

  private Path processFile() {
    return data.resolve("postmaster.pid");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
