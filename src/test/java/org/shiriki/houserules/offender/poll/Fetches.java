package org.shiriki.houserules.offender.poll;

import java.net.http.HttpClient;

/// Blocks on the JDK's own HTTP client.
final class Fetches {
  private Fetches() {}

  static HttpClient client() {
    return HttpClient.newHttpClient();
  }
}
