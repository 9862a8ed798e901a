package org.shiriki.africastalking;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.shiriki.web.Body;

/// A path that AT posts forms to, behind a secret: `/at/{key}/…`. Whatever the form says is
/// answered with 200.
record FormRoute(CallbackKeys keys, int largestBody) {
  private static final String FORM = "application/x-www-form-urlencoded";

  /// Adds the path to a router.
  ///
  /// @param path behind the secret, such as `/sms/reports`
  void mount(Router router, String path, Consumer<Form> take) {
    router.route("/at/:key" + path).handler(this::admit);
    router
        .post("/at/:key" + path)
        .handler(call ->
            Body.read(call.request(), largestBody)
                .ifPresentOrElse(
                    body -> {
                      take.accept(Form.read(body));
                      call.response()
                          .putHeader("Content-Type", "text/plain; charset=utf-8")
                          .end("OK");
                    },
                    () -> call.fail(413)));
  }

  private void admit(RoutingContext call) {
    var type = Objects.requireNonNullElse(call.request().getHeader("Content-Type"), "");
    if (!keys.admit(Objects.requireNonNullElse(call.pathParam("key"), ""))) {
      call.fail(404);
    } else if (!call.request().method().equals(HttpMethod.POST)) {
      call.response().putHeader("Allow", "POST");
      call.fail(405);
    } else if (!type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
      call.fail(415);
    } else {
      call.next();
    }
  }
}
