package org.shiriki;

/// The gateway's way in.
public final class Main {
  private Main() {}

  static void main() {}
}
