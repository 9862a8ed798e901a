package org.shiriki.privacy;

/// What a person is known by inside: the keyed hash of their number.
///
/// @param text 22 characters of URL-safe base64, 128 bits
public record PhoneKey(String text) {
  @Override
  public String toString() {
    return "PhoneKey[hidden]";
  }
}
