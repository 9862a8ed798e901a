package org.shiriki.pg;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A database of one test class, with all migrations applied:
///
/// ```java
/// @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();
/// ```
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {
  private final boolean migrated;
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private @Nullable Vertx vertx;
  private @Nullable DatabaseUrl url;
  private @Nullable Database database;

  private TestDatabase(boolean migrated) {
    this.migrated = migrated;
  }

  /// With all migrations applied.
  public static TestDatabase migrated() {
    return new TestDatabase(true);
  }

  /// With nothing in it.
  public static TestDatabase empty() {
    return new TestDatabase(false);
  }

  /// Its address.
  public DatabaseUrl url() {
    return Objects.requireNonNull(url);
  }

  /// Statements on it.
  public Database database() {
    return Objects.requireNonNull(database);
  }

  /// The Vert.x that serves it, for the class's own use too.
  public Vertx vertx() {
    return Objects.requireNonNull(vertx);
  }

  /// Where its meters are.
  public MeterRegistry meters() {
    return meters;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    var server = TestServer.running();
    var fresh = migrated ? server.copy() : server.empty();
    url = fresh;
    vertx = Vertx.vertx();
    database = Database.connect(vertx, fresh, Database.PoolSettings.DEFAULT, meters);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (vertx != null) {
      vertx.close().await();
    }
    if (url != null) {
      TestServer.running().drop(url);
    }
  }
}
