package org.shiriki;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import java.net.URI;
import java.util.function.Supplier;
import org.shiriki.africastalking.Account;
import org.shiriki.africastalking.ApiKey;
import org.shiriki.africastalking.Patience;
import org.shiriki.africastalking.ReportCallbacks;
import org.shiriki.africastalking.SmsClient;
import org.shiriki.sms.Credit;
import org.shiriki.sms.DispatcherVerticle;
import org.shiriki.sms.PgDispatches;
import org.shiriki.sms.PgReports;
import org.shiriki.sms.Prices;
import org.shiriki.sms.SmsLimits;

/// The way of an SMS out, put together: from the outbox to the carrier, and its reports back.
final class Outgoing implements AutoCloseable {
  private final Ground ground;
  private final PgReports reports;
  private final SmsClient client;
  private final DispatcherVerticle dispatcher;
  private volatile String deployment = "";

  /// @param simulator where the simulated carrier's API is; known when the server listens
  Outgoing(Ground ground, Supplier<URI> simulator) {
    var database = ground.database();
    this.ground = ground;
    this.reports =
        new PgReports(ground.vertx(), database, ground.vault(), ground.clock(), ground.meters());
    this.client =
        new SmsClient(
            ground.vertx(),
            account(ground.settings()),
            address(ground.settings(), simulator),
            Patience.USUAL,
            ground.meters());
    this.dispatcher =
        new DispatcherVerticle(
            ground.vertx(),
            new PgDispatches(database, ground.vault()),
            reports,
            client,
            limits(ground.settings()),
            ground.clock(),
            ground.meters());
  }

  private static SmsLimits limits(Settings settings) {
    var sms = settings.sms();
    return sms.limits().perDay(Prices.read(settings.config()).segments(sms.dailyLimit()));
  }

  private static Account account(Settings settings) {
    var given = settings.sms().account();
    return given.username().isEmpty()
        ? new Account("simulator", new ApiKey("simulator"), given.senderId())
        : given;
  }

  private static Supplier<URI> address(Settings settings, Supplier<URI> simulator) {
    var given = settings.sms().api();
    if (given != null) {
      return () -> given;
    }
    return settings.carrier() == Settings.Carrier.SIMULATOR
        ? simulator
        : () -> Account.usualAddress(settings.sms().account().username());
  }

  /// What the carrier tells of our messages.
  ReportCallbacks callbacks() {
    return new ReportCallbacks(reports, ground.vault(), ground.settings().callbackKeys());
  }

  /// What is left at the carrier.
  Credit credit() {
    return client.credit();
  }

  /// Begins to send.
  void start() {
    var onVirtualThreads = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
    this.deployment = ground.vertx().deployVerticle(dispatcher, onVirtualThreads).await();
    ground.notices().on("outbox", dispatcher::wake);
  }

  /// Settles what is on its way, and sends no more.
  @Override
  public void close() {
    if (!deployment.isEmpty()) {
      ground.vertx().undeploy(deployment).await();
    }
    client.close();
  }

  /// Writes the last reports; when no more come in.
  void closeReports() {
    reports.close();
  }
}
