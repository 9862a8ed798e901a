package org.shiriki.web;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a program is told when its request fails: `application/problem+json` (RFC 9457).
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final int[] WORDED = {400, 401, 403, 404, 405, 406, 413, 415, 429, 500, 503};

  private Problems() {}

  /// Words every failure of a router.
  public static void mount(Router router) {
    for (var status : WORDED) {
      router.errorHandler(status, call -> tell(call, status));
    }
  }

  private static void tell(RoutingContext call, int status) {
    if (status >= 500 && call.failure() != null) {
      LOG.atError().setCause(call.failure()).log("A request failed");
    }
    if (call.response().ended()) {
      return;
    }
    var problem =
        new JsonObject()
            .put("type", "about:blank")
            .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
            .put("status", status);
    call.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .end(problem.encode());
  }
}
