package org.shiriki;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import org.shiriki.pg.Database;
import org.shiriki.pg.DatabaseUrl;
import org.shiriki.pg.Herald;
import org.shiriki.pg.Notices;
import org.shiriki.place.Places;
import org.shiriki.privacy.SlowHash;
import org.shiriki.privacy.Vault;

/// What everything else stands on.
///
/// @param bulk the same database, for statements over many people, which may take their time
record Ground(
    Settings settings,
    InstantSource clock,
    Vault vault,
    Vertx vertx,
    PrometheusMeterRegistry meters,
    DatabaseUrl databaseUrl,
    Database database,
    Database bulk,
    Notices notices,
    Herald herald,
    Places places,
    SlowHash slowHash) {}
