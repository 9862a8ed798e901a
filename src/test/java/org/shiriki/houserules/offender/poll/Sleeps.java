package org.shiriki.houserules.offender.poll;

/// Sleeps.
final class Sleeps {
  private Sleeps() {}

  static void aWhile() throws InterruptedException {
    Thread.sleep(1);
  }
}
