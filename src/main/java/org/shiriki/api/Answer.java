package org.shiriki.api;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.shiriki.api.Quotas.Left;

/// What goes back to a caller, written once.
final class Answer {
  static final Problem FAILED =
      Problem.of(500, "failed", "Something failed here", "Try again; the operator sees the cause.");
  static final Problem TOO_OFTEN =
      Problem.of(429, "too-often", "You call too often", "Wait as long as Retry-After says.");
  static final Problem UNMATCHED =
      Problem.of(428, "unmatched", "Which version do you change?", "Send the ETag as If-Match.");
  static final Problem NO_SHEET =
      Problem.of(415, "no-sheet", "This wants a sheet", "Send it as text/csv.");
  static final Problem OTHER_REQUEST =
      Problem.of(
          422, "other-request", "The key is taken", "Another request had this Idempotency-Key.");

  private static final String JSON = "application/json";
  private static final String CSV = "text/csv; charset=utf-8";

  private final RoutingContext call;
  private final HttpServerResponse response;

  Answer(RoutingContext call) {
    this.call = call;
    this.response = call.response();
    response.putHeader("Cache-Control", "no-store").putHeader("X-Content-Type-Options", "nosniff");
  }

  void quota(Left left) {
    response
        .putHeader("RateLimit-Limit", Integer.toString(left.limit()))
        .putHeader("RateLimit-Remaining", Long.toString(left.remaining()))
        .putHeader("RateLimit-Reset", Long.toString(left.seconds()));
    if (!left.admitted()) {
      response.putHeader("Retry-After", Long.toString(left.seconds()));
    }
  }

  void give(Reply reply) {
    switch (reply) {
      case Reply.Item(var body, var version) -> item(body, version);
      case Reply.Created(var path, var body, var version) -> {
        response.setStatusCode(201).putHeader("Location", Contract.PATH + path);
        tagged(version);
        end(JSON, Json.write(body));
      }
      case Reply.Rows rows -> rows(rows);
      case Reply.Text(var type, var text) -> end(type, text);
      case Reply.WithVisit(var body, var word, var time) -> {
        response.addCookie(ApiDoor.cookie(word, time));
        end(JSON, Json.write(body));
      }
      case Reply.Done() -> response.setStatusCode(204).end();
      case Reply.Refused(var problem) -> refuse(problem);
    }
  }

  private void item(Object body, long version) {
    tagged(version);
    var known = call.request().getHeader("If-None-Match");
    if (version != Reply.NONE && Wire.etag(version).equals(known)) {
      response.setStatusCode(304).end();
      return;
    }
    end(JSON, Json.write(body));
  }

  private void tagged(long version) {
    if (version != Reply.NONE) {
      response.putHeader("ETag", Wire.etag(version));
    }
  }

  private void rows(Reply.Rows rows) {
    if (!rows.next().isEmpty()) {
      response.putHeader("Link", "<?cursor=" + rows.next() + ">; rel=\"next\"");
    }
    response.putHeader("Vary", "Accept");
    if (wantsCsv()) {
      end(CSV, Sheet.of(rows.rows()).csv());
      return;
    }
    end(JSON, Json.write(rows.page()));
  }

  private boolean wantsCsv() {
    return call.parsedHeaders().accept().stream()
        .findFirst()
        .filter(type -> "text".equals(type.component()) && "csv".equals(type.subComponent()))
        .isPresent();
  }

  private void refuse(Problem problem) {
    response.setStatusCode(problem.status());
    if (problem.status() == 401) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    end("application/problem+json", Json.write(problem));
  }

  private void end(String type, String body) {
    response.putHeader("Content-Type", type).end(body);
  }
}
