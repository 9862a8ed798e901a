package org.shiriki.privacy;

/// Something sealed could not be opened, or not be sealed: the key is missing or the bytes were
/// changed.
public final class KeyFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KeyFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
