package org.shiriki.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/// A recorded body of the carrier: the last line of its file.
public final class Sample {
  private Sample() {}

  public static String body(String name) {
    try (var file = Sample.class.getResourceAsStream("/africastalking/" + name + ".txt")) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8)
          .lines()
          .toList()
          .getLast();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// The sandbox has a network of its own; simulated phones are on Safaricom's.
  static String onSafaricom(String name) {
    return body(name).replace("networkCode=99999", "networkCode=63902");
  }
}
