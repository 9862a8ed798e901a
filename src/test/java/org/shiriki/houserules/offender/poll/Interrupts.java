package org.shiriki.houserules.offender.poll;

/// Interrupts a thread.
final class Interrupts {
  private Interrupts() {}

  static void stop(Thread thread) {
    thread.interrupt();
  }
}
