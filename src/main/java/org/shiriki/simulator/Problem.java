package org.shiriki.simulator;

/// A refusal as RFC 9457 has it.
record Problem(String type, String title, int status, String detail) {
  static Problem badRequest(String detail) {
    return new Problem("about:blank", "Bad Request", 400, detail);
  }
}
