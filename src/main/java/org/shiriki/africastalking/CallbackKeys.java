package org.shiriki.africastalking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.List;

/// The live secrets in the paths that AT calls; two while one is being replaced.
public record CallbackKeys(List<String> secrets) {
  public CallbackKeys {
    secrets = List.copyOf(secrets);
  }

  /// Compares in a time that tells nothing about how much was right.
  boolean admit(String offered) {
    var admitted = false;
    for (var secret : secrets) {
      admitted |= MessageDigest.isEqual(secret.getBytes(UTF_8), offered.getBytes(UTF_8));
    }
    return admitted;
  }

  @Override
  public String toString() {
    return "CallbackKeys[secret]";
  }
}
