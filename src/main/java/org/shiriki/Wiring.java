package org.shiriki;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.metrics.MetricsOptions;
import io.vertx.ext.web.AllowForwardHeaders;
import io.vertx.ext.web.Router;
import io.vertx.micrometer.MicrometerMetricsFactory;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shiriki.africastalking.UssdCallbacks;
import org.shiriki.api.Docs;
import org.shiriki.api.Inside;
import org.shiriki.citizen.CitizenScreen.ChooseLanguage;
import org.shiriki.console.Console;
import org.shiriki.console.News;
import org.shiriki.dialogue.Dialogue;
import org.shiriki.dialogue.ScreenJson;
import org.shiriki.open.FrontPage;
import org.shiriki.open.OpenData;
import org.shiriki.pg.Database;
import org.shiriki.pg.Database.PoolSettings;
import org.shiriki.pg.DatabaseUrl;
import org.shiriki.pg.EmbeddedServer;
import org.shiriki.pg.Herald;
import org.shiriki.pg.Migrations;
import org.shiriki.pg.Notices;
import org.shiriki.place.Places;
import org.shiriki.privacy.Argon2;
import org.shiriki.privacy.Vault;
import org.shiriki.simulator.Simulator;
import org.shiriki.simulator.Terms;
import org.shiriki.ussd.PgSessions;
import org.shiriki.ussd.RateLimits;
import org.shiriki.ussd.Turns;
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

  /// Two statements over a whole audience at a time.
  private static final PoolSettings BULK =
      new PoolSettings(2, Duration.ofSeconds(10), Duration.ofMinutes(10));

  private final Deque<AutoCloseable> closing = new ArrayDeque<>();
  private final WebServer web;
  private Optional<String> invitation = Optional.empty();

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

  private WebServer wire(Settings settings, InstantSource clock) {
    var ground = ground(settings, clock);
    var features = new Features(ground);
    if (settings.demo()) {
      features.demonstrate();
    }
    var ussd = settings.ussd();
    var rates = new RateLimits(ussd.turnsPerMinute(), ussd.turnsPerSecond());
    var dialogue = new Dialogue(features.screens(), new ChooseLanguage());
    var counts = new UssdMeters(ground.meters());
    var sessions = sessions(ground, features, counts);
    var door = door(ground, features, dialogue, rates, sessions, counts);
    var arriving = opened(new Arriving(ground, features, dialogue));
    var staff = Staff.open(ground, features.courier());
    staff.first(settings);
    this.invitation = staff.invitation(settings);
    var jobs = opened(new Jobs(ground, features, sessions));
    jobs.start();
    opened(new Callouts(ground)).start();
    var server = new WebServer(ground.vertx());
    var outgoing = outgoing(ground, server);
    var operations = staff.operations(ground, features.apis(staff, jobs, outgoing::credit));
    var api = staff.door(ground, operations);
    var console = console(ground, features, new Inside(operations, staff.callers()));
    var shelves = features.shelves();
    var simulated = settings.carrier() == Settings.Carrier.SIMULATOR;
    var front = new FrontPage(shelves, ussd.code().code(), simulated);
    var hops = new UssdCallbacks(door, rates, settings.callbackKeys(), ussd.code());
    return serve(
        ground,
        server,
        outgoing,
        List.of(
            hops::mount,
            arriving.callbacks()::mount,
            outgoing.callbacks()::mount,
            new OpenData(shelves)::mount,
            front::mount,
            api::mount,
            Docs::mount,
            staff.otherHouse(ground),
            console::mount));
  }

  private Console console(Ground ground, Features features, Inside inside) {
    var news = opened(new News(ground.vertx(), ground.notices()));
    return new Console(inside, features.pages(), ground.places(), news, ground.clock());
  }

  private Ground ground(Settings settings, InstantSource clock) {
    var vault = new Vault(KeyFile.keys(settings));
    var places = Places.load(settings.config());
    var url = databaseUrl(settings);
    Migrations.run(url);
    var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var vertx = vertx(meters);
    var database = opened(Database.connect(vertx, url, PoolSettings.DEFAULT, meters));
    var bulk = opened(Database.connect(vertx, url, BULK, meters));
    var notices = opened(Notices.listen(vertx, url));
    var herald = new Herald(vertx, database);
    var slowHash = opened(new AsideHash(vertx, new Argon2()));
    return new Ground(
        settings, clock, vault, vertx, meters, url, database, bulk, notices, herald, places,
        slowHash);
  }

  private PgSessions sessions(Ground ground, Features features, UssdMeters counts) {
    var sessions =
        new PgSessions(
            ground.vertx(),
            ground.database(),
            ground.vault(),
            new ScreenJson(features.screens()),
            ground.settings().ussd().limits(),
            counts,
            ground.meters());
    closing.push(sessions::close);
    return sessions;
  }

  private UssdDoor door(
      Ground ground,
      Features features,
      Dialogue dialogue,
      RateLimits rates,
      PgSessions sessions,
      UssdMeters counts) {
    var limits = ground.settings().ussd().limits();
    var turns =
        new Turns(
            dialogue,
            sessions,
            features.citizens()::recognise,
            features.outbox(),
            ground.vault(),
            rates,
            limits,
            ground.clock(),
            counts);
    return new UssdDoor(ground.vertx(), turns, sessions, limits.patience(), counts);
  }

  private WebServer serve(
      Ground ground, WebServer server, Outgoing outgoing, List<Consumer<Router>> doors) {
    var settings = ground.settings();
    var simulator = simulator(settings, ground.vertx(), server);
    var vitals = new Vitals(server::alive, ground.database()::reachable, ground.meters());
    server.listen(
        settings.http().host(),
        settings.http().port(),
        () -> {
          var router = Router.router(ground.vertx());
          if (settings.http().behindProxy()) {
            router.allowForward(AllowForwardHeaders.X_FORWARD);
          }
          Problems.mount(router);
          vitals.mount(router);
          doors.forEach(door -> door.accept(router));
          if (simulator != null) {
            simulator.mountOn(router);
          }
          return router;
        });
    closing.push(() -> server.close(settings.ussd().limits().patience().plusSeconds(1)));
    closing.push(outgoing);
    outgoing.start();
    return server;
  }

  private Outgoing outgoing(Ground ground, WebServer server) {
    var outgoing = new Outgoing(ground, () -> address(ground.settings(), server, Simulator.PATH));
    closing.push(outgoing::closeReports);
    return outgoing;
  }

  /// Where this gateway is for itself.
  private static URI address(Settings settings, WebServer server, String path) {
    return URI.create("http://" + settings.http().reachable() + ':' + server.port() + path);
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
        () -> address(settings, server, "/at/" + secret),
        Terms.kenya(new org.shiriki.simulator.ServiceCode(settings.ussd().code().code())),
        Clock.systemUTC(),
        Simulator.randomIds());
  }

  private <T extends AutoCloseable> T opened(T resource) {
    closing.push(resource);
    return resource;
  }

  /// The port that the gateway listens on.
  public int port() {
    return web.port();
  }

  /// The word with which the first director sets a password; nothing where they have one, or where
  /// this is no development.
  Optional<String> invitation() {
    return invitation;
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
