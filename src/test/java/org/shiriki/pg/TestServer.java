package org.shiriki.pg;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The PostgreSQL server of this test run: an embedded one below `target`, or the one that
/// `SHIRIKI_TEST_DATABASE_URL` (environment or system property) names. It holds a template database
/// with all migrations applied.
final class TestServer {
  private static final String PREFIX = "shiriki_test_";
  private static final int FOLDERS = 8;
  private static @Nullable TestServer running;

  private final DatabaseUrl maintenance;
  private final String template;
  private final AtomicInteger clones = new AtomicInteger();

  private TestServer(DatabaseUrl maintenance) {
    this.maintenance = maintenance;
    this.template = PREFIX + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  }

  /// The one server, started when it is first asked for and stopped when the JVM ends.
  static synchronized TestServer running() {
    if (running == null) {
      running = start();
    }
    return running;
  }

  /// A new database that is a copy of the template.
  DatabaseUrl copy() {
    return create(" template " + template);
  }

  /// A new database without any migration.
  DatabaseUrl empty() {
    return create("");
  }

  /// Removes a database, ending whatever is still connected to it.
  void drop(DatabaseUrl database) {
    execute("drop database if exists " + database.database() + " with (force)");
  }

  /// Runs a statement beside all the tests' databases.
  void execute(String sql) {
    try (var connection = open();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException("The test server refused: " + sql, failure);
    }
  }

  private static TestServer start() {
    var named =
        Optional.ofNullable(System.getProperty("SHIRIKI_TEST_DATABASE_URL"))
            .or(() -> Optional.ofNullable(System.getenv("SHIRIKI_TEST_DATABASE_URL")))
            .filter(text -> !text.isBlank());
    var server = named.isPresent() ? given(DatabaseUrl.parse(named.get())) : embedded();
    server.execute("create database " + server.template);
    Migrations.run(server.maintenance.withDatabase(server.template));
    return server;
  }

  private static TestServer given(DatabaseUrl url) {
    var server = new TestServer(url);
    atEnd(server::dropOwn);
    return server;
  }

  private static TestServer embedded() {
    var embedded = embedded(1);
    var server = new TestServer(embedded.url());
    server.databases(PREFIX).forEach(server::drop);
    atEnd(() -> {
      server.dropOwn();
      embedded.close();
    });
    return server;
  }

  /// Two runs at once in one working copy each find a folder of their own.
  private static EmbeddedServer embedded(int number) {
    try {
      return EmbeddedServer.start(Path.of("target", "test-database", Integer.toString(number)));
    } catch (DataFolderInUse inUse) {
      if (number == FOLDERS) {
        throw inUse;
      }
      return embedded(number + 1);
    }
  }

  private static void atEnd(Runnable task) {
    Runtime.getRuntime().addShutdownHook(new Thread(task, "test-server-end"));
  }

  private DatabaseUrl create(String how) {
    var copy = maintenance.withDatabase(template + "_" + clones.incrementAndGet());
    execute("create database " + copy.database() + how);
    return copy;
  }

  private void dropOwn() {
    databases(template).forEach(this::drop);
  }

  private List<DatabaseUrl> databases(String prefix) {
    try (var connection = open();
        var query =
            connection.prepareStatement(
                "select datname from pg_database where starts_with(datname, ?)")) {
      query.setString(1, prefix);
      var found = new ArrayList<DatabaseUrl>();
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(maintenance.withDatabase(rows.getString(1)));
        }
      }
      return found;
    } catch (SQLException failure) {
      throw new IllegalStateException("The test server does not list its databases", failure);
    }
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection(
        maintenance.jdbc(), maintenance.user(), maintenance.password());
  }
}
