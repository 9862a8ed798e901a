package org.shiriki.africastalking;

/// The secret of an account; it does not print itself.
public record ApiKey(String secret) {
  @Override
  public String toString() {
    return "ApiKey[secret]";
  }
}
