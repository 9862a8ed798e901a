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
import org.shiriki.alert.AlertScreen.ChooseAlert;
import org.shiriki.alert.AlertScreens;
import org.shiriki.alert.Alerts;
import org.shiriki.alert.PgAlerts;
import org.shiriki.citizen.CitizenScreen;
import org.shiriki.citizen.CitizenScreens;
import org.shiriki.citizen.PgCitizens;
import org.shiriki.concern.ConcernScreen;
import org.shiriki.concern.ConcernScreens;
import org.shiriki.concern.DirectoryFile;
import org.shiriki.concern.PgConcerns;
import org.shiriki.concern.PgDirectory;
import org.shiriki.concern.Reference;
import org.shiriki.dialogue.Dialogue;
import org.shiriki.dialogue.HouseScreen;
import org.shiriki.dialogue.HouseScreens;
import org.shiriki.dialogue.HouseScreens.Entry;
import org.shiriki.dialogue.HouseScreens.Menu;
import org.shiriki.dialogue.ScreenJson;
import org.shiriki.dialogue.Screens;
import org.shiriki.dialogue.Text;
import org.shiriki.information.HelpLines;
import org.shiriki.information.InformationScreen.ChooseTopic;
import org.shiriki.information.InformationScreen.HelpNumbers;
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
import org.shiriki.privacy.Vault;
import org.shiriki.simulator.Simulator;
import org.shiriki.simulator.Terms;
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

  private WebServer wire(Settings settings, InstantSource clock) {
    var vault = new Vault(KeyFile.keys(settings));
    var url = databaseUrl(settings);
    Migrations.run(url);

    var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var vertx = vertx(meters);
    var database = opened(Database.connect(vertx, url, PoolSettings.DEFAULT, meters));
    var notices = opened(Notices.listen(vertx, url));

    var places = Places.load(settings.config());
    var outbox = new PgOutbox(database, vault);
    var citizens = new PgCitizens(database, vault);

    var directory = new PgDirectory(database);
    directory.seed(DirectoryFile.read(settings.config(), places));
    var concerns = new PgConcerns(database, vault, Reference.from(new SecureRandom()));

    var config = settings.config();
    var topics = new PgTopics(database, notices, Topics.seed(config), clock);
    var helpLines = new PgHelpLines(database, notices, HelpLines.seed(config));
    var alerts = new PgAlerts(database, notices, Alerts.seed(config));

    List<Screens<?>> features =
        List.of(
            house(),
            new CitizenScreens(citizens, places, List.of(concerns, new AlertHolding(alerts))),
            new InformationScreens(topics, helpLines, outbox),
            new ConcernScreens(concerns, directory.watch(notices), places),
            new AlertScreens(alerts, places));
    var dialogue = new Dialogue(features, new CitizenScreen.ChooseLanguage());

    var limits = settings.ussd().limits();
    var counts = new UssdMeters(meters);
    var sessions =
        new PgSessions(vertx, database, vault, new ScreenJson(features), limits, counts, meters);
    closing.push(sessions::close);
    vertx.setPeriodic(SWEEP.toMillis(), _ -> sweep(sessions, limits.keep(), clock));
    var rates = new RateLimits(settings.ussd().turnsPerMinute(), settings.ussd().turnsPerSecond());
    var door =
        new UssdDoor(
            vertx,
            dialogue,
            sessions,
            citizens::recognise,
            outbox,
            vault,
            rates,
            limits,
            clock,
            counts);
    var ussd = new UssdCallbacks(door, rates, settings.callbackKeys(), settings.ussd().code());

    var server = new WebServer(vertx);
    var simulator = simulator(settings, vertx, server);
    var vitals = new Vitals(server::alive, database::reachable, meters);
    server.listen(
        settings.http().host(),
        settings.http().port(),
        () -> {
          var router = Router.router(vertx);
          Problems.mount(router);
          vitals.mount(router);
          ussd.mount(router);
          if (simulator != null) {
            simulator.mountOn(router);
          }
          return router;
        });
    closing.push(server::close);
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

  private static HouseScreens house() {
    var main =
        new Menu(
            Text.of("Shiriki: sauti yako", "Shiriki: take part"),
            List.of(
                new Entry(Text.of("Taarifa", "Information"), ChooseTopic.unlisted()),
                new Entry(
                    Text.of("Ripoti hoja", "Report a concern"), new ConcernScreen.ChooseCategory()),
                new Entry(Text.of("Arifa", "Alerts"), ChooseAlert.unlisted()),
                new Entry(Text.of("Ripoti zangu", "My reports"), new ConcernScreen.MyReports()),
                new Entry(Text.of("Zaidi", "More"), new HouseScreen.More())));
    var more =
        new Menu(
            Text.of("Zaidi", "More"),
            List.of(
                new Entry(Text.of("Lugha", "My language"), new CitizenScreen.ChooseLanguage()),
                new Entry(
                    Text.of("Wadi yangu", "My ward"),
                    new CitizenScreen.ChooseCounty(new CitizenScreen.WardKept())),
                new Entry(
                    Text.of("Faragha na data yangu", "Privacy and my data"),
                    new CitizenScreen.MyData()),
                new Entry(Text.of("Nambari za msaada", "Help lines"), new HelpNumbers()),
                new Entry(Text.of("Kuhusu sisi", "About us"), new CitizenScreen.AboutUs())));
    return new HouseScreens(main, more, new HelpNumbers());
  }

  private static void sweep(PgSessions sessions, Duration keep, InstantSource clock) {
    Thread.ofVirtual().name("sweep").start(() -> sessions.sweep(clock.instant().minus(keep)));
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
