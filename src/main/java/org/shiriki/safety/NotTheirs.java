package org.shiriki.safety;

/// Somebody wanted to open a case on which they are not named; the attempt is kept.
public final class NotTheirs extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotTheirs() {
    super("Not a case of theirs");
  }
}
