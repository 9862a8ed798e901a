package org.shiriki;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import org.shiriki.pg.Database;
import org.shiriki.privacy.Vault;
import org.shiriki.staff.PgAudit;
import org.shiriki.upkeep.PgRetention;
import org.shiriki.upkeep.PgRotation;
import org.shiriki.upkeep.Rule;
import org.shiriki.ussd.Reminders;

/// What is done by the clock beside the traffic.
record Jobs(
    Settings settings,
    InstantSource clock,
    Vault vault,
    Vertx vertx,
    Database database,
    Reminders reminders) {
  private static final Duration EVERY = Duration.ofMinutes(30);
  private static final Duration REMINDERS = Duration.ofSeconds(15);

  void start() {
    var rules = Rule.read(settings.config());
    var audit = new PgAudit(database);
    var retention = new PgRetention(database, audit, rules, Registry.KEEPSAKES, clock);
    vertx.setPeriodic(EVERY.toMillis(), _ -> Aside.begin("retention", retention::daily));
    vertx.setPeriodic(0, REMINDERS.toMillis(), _ -> Aside.begin("reminders", reminders::round));
    if (vault.rotating()) {
      var rotation = new PgRotation(database, vault, Registry.SEALED);
      Aside.begin("rotation", rotation::pass);
      vertx.setPeriodic(EVERY.toMillis(), _ -> Aside.begin("rotation", rotation::pass));
    }
  }
}
