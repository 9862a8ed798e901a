package org.shiriki;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import org.shiriki.place.Ward;
import org.shiriki.staff.PgAudit;
import org.shiriki.web.Outside;
import org.shiriki.webhook.Deliveries;
import org.shiriki.webhook.PgDeliveries;
import org.shiriki.webhook.WebhookClient;
import org.shiriki.webhook.WebhookVerticle;

/// The way of events to webhooks, put together.
final class Callouts implements AutoCloseable {
  private final Ground ground;
  private final WebhookClient client;
  private final WebhookVerticle verticle;
  private volatile String deployment = "";

  Callouts(Ground ground) {
    this.ground = ground;
    var development = ground.settings().carrier() == Settings.Carrier.SIMULATOR;
    this.client = new WebhookClient(ground.vertx(), new Outside(development));
    this.verticle =
        new WebhookVerticle(
            deliveries(ground), client, this::county, ground.clock(), ground.meters());
  }

  /// What is to be told, and what came of it.
  static Deliveries deliveries(Ground ground) {
    return new PgDeliveries(ground.database(), ground.vault(), new PgAudit(ground.database()));
  }

  private String county(String ward) {
    return ground.places().ward(ward).map(Ward::county).orElse("");
  }

  /// Begins to tell.
  void start() {
    var onVirtualThreads = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
    this.deployment = ground.vertx().deployVerticle(verticle, onVirtualThreads).await();
    ground.notices().on("webhook_delivery", verticle::wake);
  }

  /// Settles what is on its way, if it comes soon, and tells no more.
  @Override
  public void close() {
    if (!deployment.isEmpty()) {
      ground.vertx().undeploy(deployment).await();
    }
    client.close();
  }
}
