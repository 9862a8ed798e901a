package org.shiriki.houserules.offender.poll;

/// Bears a name that tells of its making.
final class AbstractBallot {
  private AbstractBallot() {}
}
