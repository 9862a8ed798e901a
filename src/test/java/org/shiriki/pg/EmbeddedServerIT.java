package org.shiriki.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.SslMode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerIT {
  @TempDir static Path data;

  @Test
  void what_was_written_is_there_after_a_restart() throws Exception {
    try (var server = EmbeddedServer.start(data)) {
      ask(server.url(), "create table restarted (words text)");
      ask(server.url(), "insert into restarted values ('no water in Mzambarauni')");
    }

    try (var server = EmbeddedServer.start(data)) {
      assertThat(ask(server.url(), "select words from restarted"))
          .isEqualTo("no water in Mzambarauni");
    }
  }

  @Test
  void the_server_is_durable_private_and_local() throws Exception {
    try (var server = EmbeddedServer.start(data)) {
      var url = server.url();

      assertThat(ask(url, "show fsync")).isEqualTo("on");
      assertThat(ask(url, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(url, "show full_page_writes")).isEqualTo("on");
      assertThat(ask(url, "show server_encoding")).isEqualTo("UTF8");
      assertThat(ask(url, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(otherAddresses()).noneMatch(address -> answers(address, url.port()));
    }
  }

  @Test
  void nobody_comes_in_without_the_password() throws IOException {
    try (var server = EmbeddedServer.start(data)) {
      var url = server.url();
      var password = data.resolve("postgres/password");

      assertThatThrownBy(() -> DriverManager.getConnection(url.jdbc(), url.user(), "guess"))
          .isInstanceOfSatisfying(
              SQLException.class, refusal -> assertThat(refusal.getSQLState()).isEqualTo("28P01"));
      assertThat(Files.readString(password).strip()).isEqualTo(url.password());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
          .isEqualTo("rw-------");
      assertThat(Files.readString(data.resolve("postgres/data/pg_hba.conf")))
          .doesNotContainPattern("(?m)^[^#].*trust");
    }
  }

  @Test
  void a_second_start_on_the_same_data_is_refused_and_harms_nothing() throws Exception {
    try (var server = EmbeddedServer.start(data)) {
      assertThatThrownBy(() -> EmbeddedServer.start(data))
          .isInstanceOf(DataFolderInUse.class)
          .hasMessage(
              "Another gateway is running on %s (process %d). Stop it or set SHIRIKI_DATA to another folder.",
              data, ProcessHandle.current().pid());
      assertThat(ask(server.url(), "select 1")).isEqualTo("1");
    }
  }

  @Test
  void another_process_is_refused_too() throws Exception {
    var gateway = fork();

    assertThatThrownBy(() -> EmbeddedServer.start(data))
        .isInstanceOf(DataFolderInUse.class)
        .hasMessageContaining("process " + gateway.process().pid());
    gateway.process().getOutputStream().close();
    assertThat(gateway.process().waitFor()).isZero();
    assertThat(serverProcess()).isEmpty();
  }

  @Test
  void an_orphan_of_a_killed_gateway_gives_way_to_the_next_start() throws Exception {
    var gateway = fork();
    var orphan = serverProcess().orElseThrow();
    gateway.process().destroyForcibly().waitFor();
    assertThat(orphan.isAlive()).isTrue();

    try (var server = EmbeddedServer.start(data)) {
      assertThat(ask(server.url(), "select 1")).isEqualTo("1");
      assertThat(serverProcess()).get().isNotEqualTo(orphan);
    }
  }

  @Test
  void after_a_kill_of_everything_the_next_start_recovers() throws Exception {
    var gateway = fork();
    ask(gateway.url(data), "create table killed (words text)");
    ask(gateway.url(data), "insert into killed values ('committed')");
    var server = serverProcess().orElseThrow();
    var family = Stream.concat(Stream.of(gateway.process().toHandle(), server), server.children());
    family.toList().forEach(ProcessHandle::destroyForcibly);
    gateway.process().waitFor();

    try (var next = EmbeddedServer.start(data)) {
      assertThat(ask(next.url(), "select words from killed")).isEqualTo("committed");
    }
  }

  @Test
  void after_a_kill_of_the_gateway_and_the_main_process_the_next_start_waits_for_the_others()
      throws Exception {
    var gateway = fork();
    ask(gateway.url(data), "create table orphaned (words text)");
    serverProcess().orElseThrow().destroyForcibly();
    gateway.process().destroyForcibly().waitFor();

    try (var next = EmbeddedServer.start(data)) {
      assertThat(ask(next.url(), "select count(*) from orphaned")).isEqualTo("0");
    }
  }

  @Test
  void a_process_number_that_another_program_bears_by_now_is_no_obstacle() throws Exception {
    EmbeddedServer.start(data).close();
    var other = new ProcessBuilder("sleep", "600").start();
    var file = data.resolve("postgres/data/postmaster.pid");
    Files.writeString(file, other.pid() + "\n" + file.getParent() + "\n");

    try (var server = EmbeddedServer.start(data)) {
      assertThat(ask(server.url(), "select 1")).isEqualTo("1");
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroy();
    }
  }

  @Test
  void a_first_start_that_was_cut_short_is_begun_again(@TempDir Path fresh) throws Exception {
    var home = Files.createDirectories(fresh.resolve("postgres"));
    Files.createDirectories(home.resolve("unpacking/bin"));
    Files.createDirectories(home.resolve("making/base"));
    Files.writeString(home.resolve("making/PG_VERSION"), "17");

    try (var server = EmbeddedServer.start(fresh)) {
      assertThat(ask(server.url(), "select 1")).isEqualTo("1");
    }
  }

  /// A gateway in a process of its own.
  private record Gateway(Process process, int port) {
    DatabaseUrl url(Path data) throws IOException {
      var password = Files.readString(data.resolve("postgres/password")).strip();
      return new DatabaseUrl("shiriki", password, "127.0.0.1", port, "shiriki", SslMode.DISABLE);
    }
  }

  private Gateway fork() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var path = System.getProperty("java.class.path");
    var process =
        new ProcessBuilder(java, "-cp", path, ServerProgram.class.getName(), data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var said = process.inputReader(StandardCharsets.UTF_8);
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith("port ")) {
        return new Gateway(process, Integer.parseInt(line.substring("port ".length())));
      }
    }
    throw new IllegalStateException("The forked gateway ended before its server was ready");
  }

  private Optional<ProcessHandle> serverProcess() throws IOException {
    var file = data.resolve("postgres/data/postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst()));
  }

  private static String ask(DatabaseUrl url, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
        var statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      var rows = statement.getResultSet();
      return rows.next() ? rows.getString(1) : "";
    }
  }

  private static List<InetAddress> otherAddresses() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress())
        .toList();
  }

  private static boolean answers(InetAddress address, int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 1000);
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
