package org.shiriki.privacy;

/// A hash that takes its time, so that short secrets cannot be tried by the thousand.
public interface SlowHash {
  /// A hash of a secret, another one each time.
  String of(String secret);

  /// Whether a hash was made of this secret.
  boolean fits(String secret, String hash);
}
