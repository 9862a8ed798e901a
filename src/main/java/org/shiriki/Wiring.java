package org.shiriki;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.metrics.MetricsOptions;
import io.vertx.ext.web.Router;
import io.vertx.micrometer.MicrometerMetricsFactory;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shiriki.africastalking.UssdCallbacks;
import org.shiriki.alert.AlertHolding;
import org.shiriki.alert.AlertScreens;
import org.shiriki.alert.Alerts;
import org.shiriki.alert.PgAlerts;
import org.shiriki.citizen.CitizenScreen.ChooseLanguage;
import org.shiriki.citizen.CitizenScreens;
import org.shiriki.citizen.Citizens;
import org.shiriki.citizen.PgCitizens;
import org.shiriki.concern.ConcernScreens;
import org.shiriki.concern.DirectoryFile;
import org.shiriki.concern.FollowScreens;
import org.shiriki.concern.PgConcerns;
import org.shiriki.concern.PgDirectory;
import org.shiriki.concern.PgPins;
import org.shiriki.concern.PgVerdicts;
import org.shiriki.concern.PgVoices;
import org.shiriki.concern.Reference;
import org.shiriki.dialogue.Dialogue;
import org.shiriki.dialogue.ScreenJson;
import org.shiriki.dialogue.Screens;
import org.shiriki.information.HelpLines;
import org.shiriki.information.InformationScreens;
import org.shiriki.information.PgHelpLines;
import org.shiriki.information.PgTopics;
import org.shiriki.information.Topics;
import org.shiriki.pg.Database;
import org.shiriki.pg.Database.PoolSettings;
import org.shiriki.pg.DatabaseUrl;
import org.shiriki.pg.EmbeddedServer;
import org.shiriki.pg.Migrations;
import org.shiriki.pg.Notices;
import org.shiriki.place.Places;
import org.shiriki.poll.PgPolls;
import org.shiriki.poll.PollHolding;
import org.shiriki.poll.PollScreens;
import org.shiriki.poll.PollSeeds;
import org.shiriki.privacy.Argon2;
import org.shiriki.privacy.SlowHash;
import org.shiriki.privacy.Vault;
import org.shiriki.simulator.Simulator;
import org.shiriki.simulator.Terms;
import org.shiriki.sms.Outbox;
import org.shiriki.sms.PgOutbox;
import org.shiriki.ussd.PgSessions;
import org.shiriki.ussd.RateLimits;
import org.shiriki.ussd.UssdDoor;
import org.shiriki.ussd.UssdMeters;
import org.shiriki.web.Problems;
import org.shiriki.web.Vitals;
import org.shiriki.web.WebServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The gateway put together: every object is made once, by hand, in order.
public final class Wiring implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
  private static final Duration SWEEP = Duration.ofMinutes(30);

  private final Deque<AutoCloseable> closing = new ArrayDeque<>();
  private final WebServer web;

  /// Starts a gateway and returns when it serves.
  public static Wiring start(Settings settings) {
    return start(settings, InstantSource.system());
  }

  static Wiring start(Settings settings, InstantSource clock) {
    return new Wiring(settings, clock);
  }

  private Wiring(Settings settings, InstantSource clock) {
    try {
      this.web = wire(settings, clock);
    } catch (Throwable failure) {
      close();
      throw failure;
    }
  }

  /// What everything else stands on.
  private record Ground(
      Settings settings,
      InstantSource clock,
      Vault vault,
      Vertx vertx,
      PrometheusMeterRegistry meters,
      Database database,
      Notices notices,
      Places places,
      SlowHash slowHash) {}

  private WebServer wire(Settings settings, InstantSource clock) {
    var ground = ground(settings, clock);
    var citizens = new PgCitizens(ground.database, ground.vault);
    var outbox = new PgOutbox(ground.database, ground.vault);
    var features = features(ground, citizens, outbox);
    var ussd = settings.ussd();
    var rates = new RateLimits(ussd.turnsPerMinute(), ussd.turnsPerSecond());
    var door = door(ground, features, citizens, outbox, rates);
    return serve(ground, new UssdCallbacks(door, rates, settings.callbackKeys(), ussd.code()));
  }

  private Ground ground(Settings settings, InstantSource clock) {
    var vault = new Vault(KeyFile.keys(settings));
    var places = Places.load(settings.config());
    var url = databaseUrl(settings);
    Migrations.run(url);
    var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var vertx = vertx(meters);
    var database = opened(Database.connect(vertx, url, PoolSettings.DEFAULT, meters));
    var notices = opened(Notices.listen(vertx, url));
    var slowHash = opened(new AsideHash(vertx, new Argon2()));
    return new Ground(settings, clock, vault, vertx, meters, database, notices, places, slowHash);
  }

  /// Every feature's face on the phone; a new service is a line here.
  private static List<Screens<?>> features(Ground ground, Citizens citizens, Outbox outbox) {
    var config = ground.settings.config();
    var database = ground.database;
    var notices = ground.notices;
    var places = ground.places;
    var directory = new PgDirectory(database);
    directory.seed(DirectoryFile.read(config, places));
    var concerns = new PgConcerns(database, ground.vault, Reference.from(new SecureRandom()));
    var offices = directory.watch(notices);
    var pins = new PgPins(database, ground.vault, ground.slowHash);
    var topics = new PgTopics(database, notices, Topics.seed(config), ground.clock);
    var helpLines = new PgHelpLines(database, notices, HelpLines.seed(config));
    var polls =
        new PgPolls(database, notices, PollSeeds.read(config, places, ground.clock.instant()));
    var alerts = new PgAlerts(database, notices, Alerts.seed(config));
    var holdings =
        List.of(concerns, new PollHolding(polls, ground.vault), new AlertHolding(alerts));
    return List.of(
        Menus.house(),
        new CitizenScreens(citizens, places, holdings),
        new InformationScreens(topics, helpLines, outbox),
        new ConcernScreens(concerns, pins, offices, places),
        new FollowScreens(
            concerns,
            new PgVoices(database, ground.vault),
            new PgVerdicts(database, ground.vault),
            pins,
            offices),
        new PollScreens(polls, places, ground.vault),
        new AlertScreens(alerts, places));
  }

  private UssdDoor door(
      Ground ground,
      List<Screens<?>> features,
      Citizens citizens,
      Outbox outbox,
      RateLimits rates) {
    var limits = ground.settings.ussd().limits();
    var counts = new UssdMeters(ground.meters);
    var sessions =
        new PgSessions(
            ground.vertx,
            ground.database,
            ground.vault,
            new ScreenJson(features),
            limits,
            counts,
            ground.meters);
    closing.push(sessions::close);
    ground.vertx.setPeriodic(
        0, SWEEP.toMillis(), _ -> sweep(sessions, limits.keep(), ground.clock));
    return new UssdDoor(
        ground.vertx,
        new Dialogue(features, new ChooseLanguage()),
        sessions,
        citizens::recognise,
        outbox,
        ground.vault,
        rates,
        limits,
        ground.clock,
        counts);
  }

  private WebServer serve(Ground ground, UssdCallbacks ussd) {
    var settings = ground.settings;
    var server = new WebServer(ground.vertx);
    var simulator = simulator(settings, ground.vertx, server);
    var vitals = new Vitals(server::alive, ground.database::reachable, ground.meters);
    server.listen(
        settings.http().host(),
        settings.http().port(),
        () -> {
          var router = Router.router(ground.vertx);
          Problems.mount(router);
          vitals.mount(router);
          if (simulator != null) {
            router.get("/").handler(call -> call.redirect(Simulator.PATH));
          }
          ussd.mount(router);
          if (simulator != null) {
            simulator.mountOn(router);
          }
          return router;
        });
    closing.push(() -> server.close(settings.ussd().limits().patience().plusSeconds(1)));
    return server;
  }

  private DatabaseUrl databaseUrl(Settings settings) {
    var outside = settings.database();
    return outside != null ? outside : opened(EmbeddedServer.start(settings.data())).url();
  }

  private Vertx vertx(PrometheusMeterRegistry meters) {
    var vertx =
        Vertx.builder()
            .with(new VertxOptions().setMetricsOptions(new MetricsOptions().setEnabled(true)))
            .withMetrics(new MicrometerMetricsFactory(meters))
            .build();
    closing.push(() -> vertx.close().await());
    return vertx;
  }

  private static @Nullable Simulator simulator(Settings settings, Vertx vertx, WebServer server) {
    if (settings.carrier() != Settings.Carrier.SIMULATOR) {
      return null;
    }
    var secret = settings.callbackKeys().secrets().getFirst();
    return new Simulator(
        vertx,
        () ->
            URI.create(
                "http://" + settings.http().reachable() + ':' + server.port() + "/at/" + secret),
        Terms.kenya(new org.shiriki.simulator.ServiceCode(settings.ussd().code().code())),
        Clock.systemUTC(),
        Simulator.randomIds());
  }

  private static void sweep(PgSessions sessions, Duration keep, InstantSource clock) {
    Thread.ofVirtual()
        .name("sweep")
        .start(() -> {
          try {
            sessions.sweep(clock.instant().minus(keep));
          } catch (Exception failure) {
            LOG.atWarn().setCause(failure).log("Old turns could not be removed");
          }
        });
  }

  private <T extends AutoCloseable> T opened(T resource) {
    closing.push(resource);
    return resource;
  }

  /// The port that the gateway listens on.
  public int port() {
    return web.port();
  }

  /// Stops: takes no more calls, writes what waits, closes the database last.
  @Override
  public void close() {
    while (!closing.isEmpty()) {
      try {
        closing.pop().close();
      } catch (Exception failure) {
        LOG.atWarn().setCause(failure).log("A part did not close cleanly");
      }
    }
  }
}
