package org.shiriki.webhook;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// Which addresses may be told: `https` ones with a name and without a password in them; in
/// development this machine's own too.
record Target(URI url) {
  private static final Set<String> OURS = Set.of("localhost", "127.0.0.1", "[::1]");

  /// Reads an address; nothing if it is none that may be told.
  ///
  /// @param development whether this machine may be told, without TLS
  static Optional<Target> parse(String text, boolean development) {
    URI url;
    try {
      url = URI.create(text);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    if (url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
      return Optional.empty();
    }
    var secure = "https".equals(url.getScheme());
    var near = development && "http".equals(url.getScheme()) && OURS.contains(url.getHost());
    return secure || near ? Optional.of(new Target(url)) : Optional.empty();
  }
}
