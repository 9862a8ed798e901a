package org.shiriki.console;

import org.shiriki.api.Problem;

/// A page that cannot be shown, since what it asked for was refused.
final class Unshown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // it never leaves the door
  private final Problem problem;

  Unshown(Problem problem) {
    super("A page was refused: " + problem.type());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
