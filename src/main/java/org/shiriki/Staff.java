package org.shiriki;

import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.shiriki.api.Api;
import org.shiriki.api.ApiDoor;
import org.shiriki.api.Callers;
import org.shiriki.api.OidcDoor;
import org.shiriki.api.Operations;
import org.shiriki.api.PgOnce;
import org.shiriki.staff.Accounts;
import org.shiriki.staff.OwnPhones;
import org.shiriki.staff.PgAccounts;
import org.shiriki.staff.PgAudit;
import org.shiriki.staff.PgOwnPhones;
import org.shiriki.staff.PgSecondFactors;
import org.shiriki.staff.PgSignIn;
import org.shiriki.staff.PgTokens;
import org.shiriki.staff.SecondFactors;
import org.shiriki.staff.Secrets;
import org.shiriki.staff.SignIn;
import org.shiriki.staff.Tokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Those who work here: what is kept of them, and their door.
record Staff(
    PgAudit audit,
    Accounts accounts,
    Tokens tokens,
    SignIn signIn,
    SecondFactors factors,
    OwnPhones phones) {
  private static final Logger LOG = LoggerFactory.getLogger(Staff.class);

  static Staff open(Ground ground, PgOwnPhones.Courier courier) {
    var database = ground.database();
    var clock = ground.clock();
    var audit = new PgAudit(database);
    var factors = new PgSecondFactors(database, audit, ground.vault(), clock);
    return new Staff(
        audit,
        new PgAccounts(database, audit, clock),
        new PgTokens(database, audit, clock),
        new PgSignIn(database, audit, ground.vault(), ground.slowHash(), factors, clock),
        factors,
        new PgOwnPhones(database, audit, ground.vault(), courier));
  }

  /// Makes the first director, if there is nobody yet.
  void first(Settings settings) {
    AdminToken.of(settings)
        .ifPresentOrElse(
            token -> accounts.first(AdminToken.ACCOUNT, Secrets.hash(token.word())),
            () -> {
              if (accounts.accounts("", 1).isEmpty()) {
                LOG.atWarn().log("Nobody can sign in: set SHIRIKI_ADMIN_TOKEN for the first start");
              }
            });
  }

  /// In development: the word with which the first director sets their password, if they have none
  /// yet.
  Optional<String> invitation(Settings settings) {
    return settings.carrier() == Settings.Carrier.SIMULATOR
        ? signIn.invite(AdminToken.ACCOUNT)
        : Optional.empty();
  }

  /// The way in by another house, if there is one.
  Consumer<Router> otherHouse(Ground ground) {
    var provider = ground.settings().oidc();
    return provider == null ? _ -> {} : new OidcDoor(ground.vertx(), provider, signIn)::mount;
  }

  /// Forgets what is over.
  static void sweep(Ground ground) {
    var now = ground.clock().instant();
    PgOwnPhones.sweep(ground.database(), now);
    PgSignIn.sweep(ground.database(), now);
    PgOnce.sweep(ground.database(), now);
  }

  /// All that can be asked of the house.
  Operations operations(Ground ground, List<Api> rooms) {
    return new Operations(
        ground.vertx(), rooms, new PgOnce(ground.database(), ground.clock()), ground.clock());
  }

  Callers callers() {
    return new Callers(tokens, signIn);
  }

  ApiDoor door(Ground ground, Operations operations) {
    return new ApiDoor(ground.vertx(), operations, callers(), ground.settings().callsPerMinute());
  }
}
