package org.shiriki.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Health and metrics: `/health/live`, `/health/ready`, `/metrics`.
public final class Vitals {
  private final Supplier<Future<Void>> alive;
  private final Supplier<Future<Void>> ready;
  private final PrometheusMeterRegistry meters;

  /// What answers for the gateway.
  ///
  /// @param alive fails when a verticle stalls
  /// @param ready fails when the database does not answer
  public Vitals(
      Supplier<Future<Void>> alive, Supplier<Future<Void>> ready, PrometheusMeterRegistry meters) {
    this.alive = alive;
    this.ready = ready;
    this.meters = meters;
  }

  /// Adds the paths to a router.
  public void mount(Router router) {
    router.get("/health/live").handler(call -> tell(call, alive.get()));
    router.get("/health/ready").handler(call -> tell(call, ready.get()));
    router.get("/metrics").handler(this::metrics);
  }

  private static void tell(RoutingContext call, Future<Void> check) {
    try {
      check.timeout(3, TimeUnit.SECONDS).await();
      tell(call, 200, "UP");
    } catch (Exception _) {
      tell(call, 503, "DOWN");
    }
  }

  private static void tell(RoutingContext call, int code, String status) {
    call.response()
        .setStatusCode(code)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(new JsonObject().put("status", status).encode());
  }

  private void metrics(RoutingContext call) {
    call.response()
        .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        .end(meters.scrape());
  }
}
