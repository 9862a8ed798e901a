package org.shiriki.pg;

import java.nio.file.Path;

/// A process that holds an embedded server until it is told to end or is killed.
final class ServerProgram {
  private ServerProgram() {}

  static void main(String[] arguments) throws Exception {
    var server = EmbeddedServer.start(Path.of(arguments[0]));
    IO.println("port " + server.url().port());
    var _ = System.in.read();
    server.close();
  }
}
