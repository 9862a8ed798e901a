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

/// What is done every half hour beside the traffic.
record Jobs(Settings settings, InstantSource clock, Vault vault, Vertx vertx, Database database) {
  private static final Duration EVERY = Duration.ofMinutes(30);

  void start() {
    var rules = Rule.read(settings.config());
    var audit = new PgAudit(database);
    var retention = new PgRetention(database, audit, rules, Registry.KEEPSAKES, clock);
    vertx.setPeriodic(EVERY.toMillis(), _ -> Aside.begin("retention", retention::daily));
    if (vault.rotating()) {
      var rotation = new PgRotation(database, vault, Registry.SEALED);
      Aside.begin("rotation", rotation::pass);
      vertx.setPeriodic(EVERY.toMillis(), _ -> Aside.begin("rotation", rotation::pass));
    }
  }
}
