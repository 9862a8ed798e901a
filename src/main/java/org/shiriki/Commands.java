package org.shiriki;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.shiriki.pg.Database;
import org.shiriki.pg.DatabaseUrl;
import org.shiriki.pg.EmbeddedServer;
import org.shiriki.pg.Migrations;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Vault;
import org.shiriki.staff.PgAudit;
import org.shiriki.upkeep.Finding;
import org.shiriki.upkeep.PgRetention;
import org.shiriki.upkeep.PgRotation;
import org.shiriki.upkeep.Rule;

/// What the gateway's program does beside serving: one thing, and then it ends.
final class Commands {
  private static final Set<String> NAMES =
      Set.of(
          "--new-keys",
          "--add-key",
          "--use-key",
          "--drop-old-keys",
          "--retention-dry-run",
          "--verify-audit");

  private final Settings settings;
  private final PrintStream out;

  Commands(Settings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  static boolean knows(String name) {
    return NAMES.contains(name);
  }

  /// Does what the name says.
  ///
  /// @throws Refused if it cannot be done now
  void run(String name) throws IOException {
    switch (name) {
      case "--new-keys" -> out.println(Keys.generate().text());
      case "--add-key" ->
          give(
              KeyFile.keys(settings).withNewKey(),
              "A key was added, to be used once every node has it");
      case "--use-key" -> useKey();
      case "--drop-old-keys" -> dropOldKeys();
      case "--retention-dry-run" -> out.print(Finding.table(onDatabase(this::dryRun)));
      case "--verify-audit" -> out.println(onDatabase(Commands::verified));
      default -> throw new Refused("There is no command " + name);
    }
  }

  /// Why a command was not done.
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  private void useKey() throws IOException {
    var keys = KeyFile.keys(settings);
    if (keys.usesNewest()) {
      throw new Refused("The newest key is in use already. Add one with --add-key.");
    }
    give(keys.usingNewest(), "The newest key is in use");
  }

  private void dropOldKeys() throws IOException {
    var keys = KeyFile.keys(settings);
    if (!keys.usesNewest()) {
      throw new Refused("The newest key is not in use yet. Put it in use with --use-key first.");
    }
    var vault = new Vault(keys);
    var needed =
        onDatabase(database -> new PgRotation(database, vault, Registry.SEALED).remaining());
    if (needed > 0) {
      throw new Refused(
          needed
              + " texts still need an older key. Leave it in the set until the gateway has sealed"
              + " them anew, which it does by itself while it runs.");
    }
    give(keys.withoutOldKeys(), "Old keys were dropped");
  }

  /// Puts a key set where this one came from: into the data folder, or before the operator's eyes.
  private void give(Keys keys, String done) throws IOException {
    if (settings.keys() == null) {
      KeyFile.replace(settings, keys);
      out.println(done + ": " + settings.data().resolve("keys.json"));
    } else {
      out.println(keys.text());
    }
  }

  private List<Finding> dryRun(Database database) {
    return new PgRetention(
            database,
            new PgAudit(database),
            Rule.read(settings.config()),
            Registry.KEEPSAKES,
            InstantSource.system())
        .dryRun();
  }

  /// What is to be said of an audit that holds.
  ///
  /// @throws Refused that names the first line that does not
  private static String verified(Database database) {
    var audit = new PgAudit(database);
    var broken = audit.firstBroken();
    if (broken.isPresent()) {
      throw new Refused("The audit does not hold: line " + broken.getAsLong() + " was changed.");
    }
    return "The audit holds. Its last hash: " + audit.head();
  }

  private <T> T onDatabase(Function<Database, T> work) {
    var outside = settings.database();
    if (outside != null) {
      return on(outside, work);
    }
    try (var server = EmbeddedServer.start(settings.data())) {
      Migrations.run(server.url());
      return on(server.url(), work);
    }
  }

  private static <T> T on(DatabaseUrl url, Function<Database, T> work) {
    var vertx = Vertx.vertx();
    var pool = Database.PoolSettings.DEFAULT;
    try (var database = Database.connect(vertx, url, pool, new SimpleMeterRegistry())) {
      return work.apply(database);
    } finally {
      vertx.close().await();
    }
  }
}
