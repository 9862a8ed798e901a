package org.shiriki.simulator;

/// What became of one callback, as the carrier judges it.
sealed interface Reply {
  int OK = 200;
  String GOES_ON = "CON ";
  String IS_LAST = "END ";
  int LONGEST_METADATA = 99;

  /// The body as the gateway sent it, prefix included.
  String body();

  /// The name of the step, which the next callback gives back; empty if the gateway named none.
  String metadata();

  /// The gateway waits for an answer to this screen.
  record Continues(String body, String metadata) implements Reply {}

  /// The gateway says its last word.
  record Ends(String body, String metadata) implements Reply {}

  /// The carrier cannot use what came, and ends the session.
  ///
  /// @param error the carrier's own words for its notice
  /// @param reason a sentence for the person at the simulator
  record Unusable(String body, String error, String reason) implements Reply {
    @Override
    public String metadata() {
      return "";
    }
  }

  static Reply of(int status, String body, String metadata) {
    if (status != OK) {
      return new Unusable(
          "",
          "Application answered with HTTP status " + status,
          "The gateway answered with HTTP status %d, so the network ended the session."
              .formatted(status));
    }
    if (body.startsWith(GOES_ON)) {
      return new Continues(body, permitted(metadata));
    }
    if (body.startsWith(IS_LAST)) {
      return new Ends(body, permitted(metadata));
    }
    return new Unusable(
        body,
        "Response should start with a CON or an END",
        "The gateway's answer %s, so the network ended the session."
            .formatted(body.isBlank() ? "was empty" : "began with neither CON nor END"));
  }

  static Reply late() {
    return new Unusable(
        "",
        "Application timed out",
        "The gateway did not answer in time, so the network ended the session.");
  }

  static Reply unreachable() {
    return new Unusable(
        "",
        "Application could not be reached",
        "The gateway could not be reached, so the network ended the session.");
  }

  private static String permitted(String metadata) {
    return metadata.length() > LONGEST_METADATA || metadata.contains("|") ? "" : metadata;
  }
}
