package org.shiriki;

import java.util.Set;

/// A setting as it was read.
///
/// @param key as the file has it, `sms.sender-id`
/// @param variable as the environment has it, `SHIRIKI_SMS_SENDER_ID`
public record Setting(String key, String variable, String value, Origin origin) {
  private static final Set<String> SECRETS =
      Set.of(
          "database.url",
          "callback-keys",
          "keys",
          "admin-token",
          "at.api-key",
          "oidc.client-secret");

  /// Where its value comes from; what comes later wins.
  enum Origin {
    DEFAULT,
    FILE,
    ENVIRONMENT
  }

  /// Whether nobody may read its value.
  boolean secret() {
    return SECRETS.contains(key);
  }

  @Override
  public String toString() {
    return "Setting[" + key + " from " + origin + ']';
  }
}
