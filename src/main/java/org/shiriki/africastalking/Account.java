package org.shiriki.africastalking;

import java.net.URI;

/// An account at AT.
///
/// @param senderId the name or number that our messages come from; empty for AT's own
public record Account(String username, ApiKey key, String senderId) {
  /// What AT calls its account for trying things out.
  private static final String SANDBOX = "sandbox";

  /// Whether it is the account for trying things out, where nothing reaches a real phone.
  boolean sandbox() {
    return username.equals(SANDBOX);
  }

  /// Where the API of an account is.
  public static URI usualAddress(String username) {
    return URI.create(
        username.equals(SANDBOX)
            ? "https://api.sandbox.africastalking.com"
            : "https://api.africastalking.com");
  }
}
