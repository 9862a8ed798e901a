package org.shiriki.houserules.offender.poll;

import io.vertx.core.json.JsonObject;

/// A face on the phone that knows Vert.x.
final class BallotScreens {
  private BallotScreens() {}

  static String shown(JsonObject ballot) {
    return ballot.encode();
  }
}
