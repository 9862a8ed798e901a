package org.shiriki.web;

/// The port that we would listen on belongs to another program, or the host is not this machine's.
public final class PortInUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortInUse(String host, int port, Throwable cause) {
    super(
        "Port %d of %s is taken. Stop what listens there, or set SHIRIKI_HTTP_PORT to another (0 takes a free one)."
            .formatted(port, host),
        cause);
  }
}
