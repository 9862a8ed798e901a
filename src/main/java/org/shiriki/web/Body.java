package org.shiriki.web;

import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/// Reads what was posted, as it is: a form that is no form is still a body.
public final class Body {
  private Body() {}

  /// The body of a request that nobody has begun to read; nothing if it is too large, of which no
  /// more than the limit is held in memory.
  ///
  /// @param most in bytes
  public static Optional<Buffer> read(HttpServerRequest request, int most) {
    var body = Buffer.buffer();
    var whole = Promise.<Optional<Buffer>>promise();
    request
        .handler(part -> {
          if (body.length() + part.length() > most) {
            whole.tryComplete(Optional.empty());
          } else {
            body.appendBuffer(part);
          }
        })
        .endHandler(_ -> whole.tryComplete(Optional.of(body)))
        .exceptionHandler(whole::tryFail);
    return whole.future().await();
  }
}
