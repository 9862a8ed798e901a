package org.shiriki;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.nio.file.Path;
import org.shiriki.pg.Database;
import org.shiriki.pg.DatabaseUrl;
import org.shiriki.pg.EmbeddedServer;
import org.shiriki.pg.Migrations;

/// A PostgreSQL of one test that can be restarted, behind a door that stays where it is.
final class RestartedServer implements AutoCloseable {
  private final Vertx vertx;
  private final Path folder;
  private final NetServer door;
  private final Database database;
  private volatile EmbeddedServer server;

  RestartedServer(Vertx vertx, Path folder) {
    this.vertx = vertx;
    this.folder = folder;
    this.server = EmbeddedServer.start(folder);
    Migrations.run(server.url());
    this.door = vertx.createNetServer().connectHandler(this::pass).listen(0, "127.0.0.1").await();
    this.database =
        Database.connect(vertx, url(), Database.PoolSettings.DEFAULT, new SimpleMeterRegistry());
  }

  private void pass(NetSocket caller) {
    caller.pause();
    vertx
        .createNetClient()
        .connect(server.url().port(), "127.0.0.1")
        .onFailure(_ -> caller.close())
        .onSuccess(called -> {
          caller.pipeTo(called);
          called.pipeTo(caller);
        });
  }

  /// Where the door is.
  DatabaseUrl url() {
    var inside = server.url();
    return new DatabaseUrl(
        inside.user(),
        inside.password(),
        "127.0.0.1",
        door.actualPort(),
        inside.database(),
        inside.sslMode());
  }

  Database database() {
    return database;
  }

  void restart() {
    server.close();
    server = EmbeddedServer.start(folder);
  }

  @Override
  public void close() {
    database.close();
    door.close().await();
    server.close();
  }
}
