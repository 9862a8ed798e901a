package org.shiriki.africastalking;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.shiriki.web.Body;

/// The paths that AT posts forms to, behind a secret: `/at/{key}/…`.
record FormRoute(CallbackKeys keys, int largestBody) {
  private static final String FORM = "application/x-www-form-urlencoded";

  /// Adds a path whose form is answered with `OK`, whatever it says.
  ///
  /// @param path behind the secret, such as `/sms/reports`
  void mount(Router router, String path, Consumer<Form> take) {
    mountAnswering(
        router,
        path,
        (_, form) -> {
          take.accept(form);
          return "OK";
        });
  }

  /// Adds a path whose form has an answer of its own, in plain text.
  void mountAnswering(Router router, String path, BiFunction<String, Form, String> answer) {
    router.route("/at/:key" + path).handler(this::admit);
    router
        .post("/at/:key" + path)
        .handler(call ->
            Body.read(call.request(), largestBody)
                .ifPresentOrElse(
                    body ->
                        call.response()
                            .putHeader("Content-Type", "text/plain; charset=utf-8")
                            .end(answer.apply(key(call), Form.read(body))),
                    () -> call.fail(413)));
  }

  private static String key(RoutingContext call) {
    return Objects.requireNonNullElse(call.pathParam("key"), "");
  }

  private void admit(RoutingContext call) {
    var type = Objects.requireNonNullElse(call.request().getHeader("Content-Type"), "");
    if (!keys.admit(key(call))) {
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
