package org.shiriki.houserules.offender.bare;

/// Lives in a room without @NullMarked.
public final class Bare {
  private Bare() {}
}
