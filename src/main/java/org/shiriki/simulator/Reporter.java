package org.shiriki.simulator;

import io.vertx.core.Vertx;

/// Tells the gateway how its messages fare, step by step.
final class Reporter {
  private final Vertx vertx;
  private final GatewayClient gateway;

  Reporter(Vertx vertx, GatewayClient gateway) {
    this.vertx = vertx;
    this.gateway = gateway;
  }

  /// Follows one message from now on.
  void follow(PhoneNumber number, String id, SendingFaults faults) {
    var steps = Delivery.of(number).steps();
    var ordered = faults.reorderedReports() ? steps.reversed() : steps;
    var wait = 0L;
    for (var step : ordered) {
      wait += faults.reportMillis();
      var report = step.report(number, id);
      vertx.setTimer(Math.max(1, wait), _ -> post(report, faults));
    }
  }

  private void post(Form report, SendingFaults faults) {
    gateway.report(report);
    if (faults.duplicateReports()) {
      gateway.report(report);
    }
  }
}
