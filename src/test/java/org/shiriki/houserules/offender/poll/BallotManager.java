package org.shiriki.houserules.offender.poll;

/// Bears a name that says nothing.
final class BallotManager {
  private BallotManager() {}
}
