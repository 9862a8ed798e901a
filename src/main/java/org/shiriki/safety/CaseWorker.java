package org.shiriki.safety;

/// Somebody who is named on cases and trained for them.
public record CaseWorker(String name) {
  public CaseWorker {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A case worker has a name");
    }
  }
}
